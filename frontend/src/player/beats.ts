/** What the video's owner is told while it plays. */

import type { Beat, PlayerConfig } from './config'

/** Posts every beat of `config` as often as it says, counting only the time that plays. */
export function sendBeats(video: HTMLVideoElement, config: PlayerConfig, query: URLSearchParams): void {
  for (const beat of config.beats ?? []) {
    const clock = new PlayClock(60_000 / beat.per_minute, () => {
      void post(beat, fields(beat, config, video, query))
    })
    video.addEventListener('playing', () => clock.start())
    for (const name of ['pause', 'waiting', 'ended']) video.addEventListener(name, () => clock.stop())
    if (!video.paused) clock.start()
  }
}

/** Calls once per interval of running time. */
class PlayClock {
  #timer: ReturnType<typeof setTimeout> | undefined
  #startedAt_ms = 0
  #left_ms: number

  constructor(
    private readonly interval_ms: number,
    private readonly call: () => void,
  ) {
    this.#left_ms = interval_ms
  }

  start(): void {
    if (this.#timer !== undefined) return
    this.#startedAt_ms = performance.now()
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#left_ms = this.interval_ms
      this.call()
      this.start()
    }, this.#left_ms)
  }

  stop(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#left_ms = Math.max(0, this.#left_ms - (performance.now() - this.#startedAt_ms))
  }
}

function fields(
  beat: Beat,
  { video: uuid = '' }: PlayerConfig,
  { currentTime }: HTMLVideoElement,
  query: URLSearchParams,
): Record<string, string> {
  const position = String(currentTime)
  const value = query.get(beat.query_name) ?? ''
  if (beat.relay_id !== null) return { id: String(beat.relay_id), position, value }
  return { uuid, position, [beat.field_name]: value }
}

async function post({ target, relay_id }: Beat, fields: Record<string, string>): Promise<void> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  // Nobody reads the answer, so the receiver need not allow us to.
  const mode = relay_id === null ? 'no-cors' : 'same-origin'
  const credentials = relay_id === null ? 'omit' : 'same-origin'
  await fetch(target, { method: 'POST', body, mode, credentials, keepalive: true }).catch(() => null)
}
