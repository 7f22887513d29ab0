/** Tells the server what happens in a player: by a socket, and by requests where none opens. */

const BATCH_SIZE = 10
const BATCH_MS = 5000
const PING_MS = 30_000
const RECONNECT_MS = 5000
const LONGEST_RECONNECT_MS = 60_000
const MOST_KEPT = 200

export type EventType =
  | 'play'
  | 'pause'
  | 'stop'
  | 'seek'
  | 'ended'
  | 'error'
  | 'buffer'
  | 'quality_change'

/** What is told of an event, as far as it is known. Times are seconds. */
export interface Details {
  currentTime?: number
  duration?: number
  quality?: string
  bufferDuration?: number
  errorMessage?: string
  metadata?: Record<string, unknown>
}

interface Told extends Details {
  sessionId: string
  mediaId: string
  eventType: EventType
}

const AT_ONCE: EventType[] = ['error', 'ended']

export class Reporter {
  readonly session = `session_${Date.now()}_${Math.random().toString(36).slice(2, 11)}`
  #socket: WebSocket | null = null
  #waiting: Told[] = []
  /** What went through the socket and was not answered yet, message by message. */
  #unanswered: Told[][] = []
  #failures = 0
  #isClosed = false
  #timers: ReturnType<typeof setInterval>[] = []
  #reconnect: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly origin: string,
    private readonly mediaId: string,
  ) {
    this.#connect()
    this.#timers.push(setInterval(() => this.flush(), BATCH_MS))
    this.#timers.push(setInterval(() => this.#send({ type: 'ping' }), PING_MS))
  }

  tell(eventType: EventType, details: Details = {}): void {
    this.#waiting.push({ sessionId: this.session, mediaId: this.mediaId, eventType, ...details })
    this.#waiting.splice(0, this.#waiting.length - MOST_KEPT)
    if (AT_ONCE.includes(eventType) || this.#waiting.length >= BATCH_SIZE) this.flush()
  }

  /** Sends all that waits. */
  flush(): void {
    if (!this.#waiting.length) return
    const events = this.#waiting
    this.#waiting = []
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      void this.#post(events)
      return
    }
    const [first, ...others] = events
    this.#unanswered.push(events)
    this.#send(others.length ? { type: 'batch', payload: { events } } : { type: 'event', payload: first })
  }

  /** Leaves what waits to the browser, for a page that is about to go. */
  leave(): void {
    const events = this.#waiting
    this.#waiting = []
    // As plain text: no page has to be asked whether it may be sent.
    if (events.length) navigator.sendBeacon(`${this.origin}/api/analytics/batch`, JSON.stringify({ events }))
  }

  close(): void {
    this.flush()
    this.#isClosed = true
    this.#timers.forEach(clearInterval)
    clearTimeout(this.#reconnect)
    this.#socket?.close()
    this.#socket = null
  }

  #connect(): void {
    let socket: WebSocket
    try {
      socket = new WebSocket(`${this.origin.replace(/^http/, 'ws')}/ws/analytics`)
    } catch {
      return // A policy of the page forbids it; requests may pass all the same.
    }
    this.#socket = socket
    socket.onopen = () => {
      this.#failures = 0
      this.flush()
    }
    socket.onmessage = ({ data }) => this.#answered(String(data))
    socket.onclose = () => this.#lost()
  }

  /** Every message but a ping is answered, in their order. */
  #answered(text: string): void {
    const { type } = JSON.parse(text) as { type: string }
    if (['ack', 'batch_ack', 'error'].includes(type)) this.#unanswered.shift()
  }

  #lost(): void {
    this.#waiting = [...this.#unanswered.flat(), ...this.#waiting]
    this.#unanswered = []
    this.#socket = null
    if (this.#isClosed) return
    const wait_ms = Math.min(RECONNECT_MS * 2 ** this.#failures, LONGEST_RECONNECT_MS)
    this.#failures += 1
    this.#reconnect = setTimeout(() => this.#connect(), wait_ms)
  }

  #send(message: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  async #post(events: Told[]): Promise<void> {
    const [first, ...others] = events
    const path = others.length ? 'batch' : 'event'
    const body = JSON.stringify(others.length ? { events } : first)
    const headers = { 'Content-Type': 'application/json' }
    const how: RequestInit = { method: 'POST', credentials: 'omit', keepalive: true }
    await fetch(`${this.origin}/api/analytics/${path}`, { ...how, headers, body }).catch(() => null)
  }
}
