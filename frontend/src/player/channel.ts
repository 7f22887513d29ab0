/**
 * A channel to the page around an embed, as PeerTube's embed clients speak it: JSON strings
 * over postMessage, methods named `scope::method`, requests with an id answered by a result or
 * an error, notifications without one.
 */

type Handler = (params: never) => unknown

interface Message {
  id?: number
  method?: string
  params?: unknown
}

export class Channel {
  readonly #handlers = new Map<string, Handler>()
  readonly #queue: string[] = []
  #isReady = false

  /** Greets `peer` once everything is bound; answers no other window. */
  constructor(
    private readonly peer: Window,
    private readonly scope: string,
  ) {
    addEventListener('message', (event) => void this.#receive(event))
    setTimeout(() => this.#greet('publish-request'))
  }

  bind(method: string, handler: Handler): void {
    this.#handlers.set(method, handler)
  }

  /** Tells the page; what happens before the greeting is answered is told after it. */
  notify(method: string, params?: unknown): void {
    const text = JSON.stringify({ method: `${this.scope}::${method}`, params })
    if (this.#isReady) this.#post(text)
    else this.#queue.push(text)
  }

  #greet(type: 'publish-request' | 'publish-reply'): void {
    const publish = [...this.#handlers.keys()].map((method) => ({ action: 'bind', method }))
    this.#post(JSON.stringify({ method: `${this.scope}::__ready`, params: { type, publish } }))
  }

  #post(text: string): void {
    // The page around may be any: an embed is made for others, and nothing secret is said.
    this.peer.postMessage(text, '*')
  }

  async #receive(event: MessageEvent): Promise<void> {
    const message = event.source === this.peer ? parse(event.data) : null
    const prefix = `${this.scope}::`
    if (!message?.method?.startsWith(prefix)) return
    const method = message.method.slice(prefix.length)
    if (method === '__ready') this.#meet(message.params as { type?: string } | undefined)
    else if (message.id === undefined) await this.#handlers.get(method)?.(message.params as never)
    else this.#post(JSON.stringify(await this.#answer(message.id, method, message.params)))
  }

  #meet(params: { type?: string } | undefined): void {
    if (params?.type === 'publish-request') this.#greet('publish-reply')
    this.#isReady = true
    for (const text of this.#queue.splice(0)) this.#post(text)
  }

  async #answer(id: number, method: string, params: unknown): Promise<object> {
    const handler = this.#handlers.get(method)
    if (!handler) return { id, error: 'method_not_found', message: `No such method: ${method}` }
    try {
      return { id, result: (await handler(params as never)) ?? null }
    } catch (error) {
      return { id, error: 'runtime_error', message: String(error) }
    }
  }
}

function parse(data: unknown): Message | null {
  if (typeof data !== 'string') return null
  try {
    return JSON.parse(data) as Message | null
  } catch {
    return null
  }
}
