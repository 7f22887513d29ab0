/** Requests to the server; those that may be repeated are, while it restarts. */

import { pause } from '../player/status'

export const TOKEN_HEADER = 'x-form-token'
const RETRY_DELAYS_MS = [500, 1000, 2000, 4000, 8000, 15000, 30000]
const BUSY = 423

/** One of several things that a deed was for. */
export interface Blamed {
  kind: string
  ref: string
}

/**
 * The server has said no; `sentence` says why and what to do. `item` is the one to blame, where
 * a deed was for several.
 */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly sentence: string,
    readonly item: Blamed | null = null,
  ) {
    super(sentence)
  }
}

export interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: BodyInit
  keepalive?: boolean
}

export class Api {
  constructor(readonly token: string) {}

  /** The answer to one request. Throws Refused, or TypeError when nobody answers. */
  async send(path: string, ask: Ask = {}): Promise<Response> {
    const headers = { ...ask.headers, [TOKEN_HEADER]: this.token }
    const response = await fetch(path, { ...ask, headers })
    if (response.ok) return response
    const body = await response.text()
    throw new Refused(response.status, sentenceIn(response.status, body), itemIn(body))
  }

  async read<T>(path: string): Promise<T> {
    return (await patiently(() => this.send(path))).json() as Promise<T>
  }

  async change<T>(path: string, document: object, keepalive = false): Promise<T> {
    const ask = { ...written('PATCH', document), keepalive }
    return (await patiently(() => this.send(path, ask))).json() as Promise<T>
  }

  /** Does what the address says, once; `body` is a form with a file in it. */
  async order<T>(path: string, method: string, body?: FormData): Promise<T> {
    return (await this.send(path, { method, ...(body && { body }) })).json() as Promise<T>
  }

  /** Does what `document` says, once. */
  async post<T>(path: string, document: object = {}): Promise<T> {
    return (await this.send(path, written('POST', document))).json() as Promise<T>
  }
}

/** `deed`, again while the server is away or busy with the same. */
export async function patiently<T>(deed: () => Promise<T>): Promise<T> {
  for (const delay of RETRY_DELAYS_MS) {
    try {
      return await deed()
    } catch (error) {
      if (!mayHelpToRepeat(error)) throw error
      await pause(delay)
    }
  }
  return deed()
}

/** What to tell somebody whose wish failed. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Refused) return error.sentence
  return 'The server does not answer. Check your connection, then press Retry.'
}

export function mayHelpToRepeat(error: unknown): boolean {
  return !(error instanceof Refused) || isPassing(error.status)
}

/** Whether the server may answer otherwise in a while. A full disk stays full. */
export function isPassing(status: number): boolean {
  return status === BUSY || status === 429 || (status >= 500 && status !== 507)
}

/** What is said in the body of a refusal, in the shape of ours. */
export function sentenceIn(status: number, body: string): string {
  try {
    const { sentence } = JSON.parse(body) as { sentence?: string }
    if (sentence) return sentence
  } catch {
    // An answer of something in between, such as a proxy.
  }
  if (status === 401 || status === 403) return 'You are not logged in any more. Load the page again.'
  if (status === 413) return 'Something between here and the server takes no request this large.'
  return `The server answered with an error (${status}). Press Retry, or try again later.`
}

function itemIn(body: string): Blamed | null {
  try {
    return (JSON.parse(body) as { item?: Blamed }).item ?? null
  } catch {
    return null
  }
}

function written(method: string, document: object): Ask {
  const headers = { 'content-type': 'application/json' }
  return { method, headers, body: JSON.stringify(document) }
}
