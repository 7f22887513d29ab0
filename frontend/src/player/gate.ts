/** The way to an encrypted stream: the server lets this tab play it, for some hours at a time. */

import type { PlayerConfig } from './config'

interface Pass {
  playlist_token: string
  /** Seconds. */
  expires_in: number
}

const KEPT_AS = 'vitascope.stream.'
const EARLY = 0.9
const LONGEST_WAIT_MS = 2 ** 31 - 1
const UNREACHED = 'The video cannot be loaded right now.'

/** The server said no, in the words of the message. */
export class Refused extends Error {}

export class Gate {
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(readonly address: string) {}

  /**
   * Address of the multivariant playlist. The session that this tab has begun goes on where it
   * can: the server counts them.
   */
  async open(): Promise<string> {
    const known = recall(this.address)
    const pass = (known && (await this.#renew(known))) || (await ask(this.address))
    keep(this.address, pass.playlist_token)
    this.#renewInTime(pass)
    const playlist = new URL('playlist', new URL(this.address, location.href))
    playlist.searchParams.set('token', pass.playlist_token)
    return playlist.href
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  /** Null when the session is over. */
  async #renew(token: string): Promise<Pass | null> {
    const query = new URLSearchParams({ renew: token })
    try {
      return await ask(`${this.address}?${query}`)
    } catch (error) {
      if (error instanceof Refused) return null
      throw error
    }
  }

  #renewInTime({ playlist_token: token, expires_in }: Pass): void {
    clearTimeout(this.#timer)
    const wait_ms = Math.min(expires_in * 1000 * EARLY, LONGEST_WAIT_MS)
    this.#timer = setTimeout(() => {
      // Refused or offline, what is open stays open for the rest of its time.
      void this.#renew(token).then((pass) => pass && this.#renewInTime(pass)).catch(() => undefined)
    }, wait_ms)
  }
}

/** `fresh` at the addresses of `current`: a page asked for again may come with another token. */
export function atSameGate(fresh: PlayerConfig, current: PlayerConfig): PlayerConfig {
  if (!fresh.gate || !current.gate || fresh.gate === current.gate) return fresh
  const [from, to] = [fresh.gate, current.gate].map((gate) => gate.slice(0, gate.lastIndexOf('/') + 1))
  return JSON.parse(JSON.stringify(fresh).replaceAll(from!, to!)) as PlayerConfig
}

async function ask(address: string): Promise<Pass> {
  const answer = await fetch(address, { cache: 'no-store' }).catch(() => null)
  if (answer?.ok) return (await answer.json()) as Pass
  const said = (await answer?.json().catch(() => null)) as { error?: string } | null | undefined
  if (answer && answer.status < 500 && said?.error) throw new Refused(sentence(said.error))
  throw new Error(UNREACHED)
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function recall(address: string): string | null {
  try {
    return sessionStorage.getItem(KEPT_AS + address)
  } catch {
    return null // storage is denied, as it may be in an embed
  }
}

function keep(address: string, token: string): void {
  try {
    sessionStorage.setItem(KEPT_AS + address, token)
  } catch {
    // Without storage every visit begins a session of its own.
  }
}
