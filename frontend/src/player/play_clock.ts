/** Time that counts only while something plays. */

/** Calls once per interval of running time. */
export class PlayClock {
  #timer: ReturnType<typeof setTimeout> | undefined
  #startedAt_ms = 0
  #left_ms: number

  constructor(
    private readonly interval_ms: number,
    private readonly call: () => void,
  ) {
    this.#left_ms = interval_ms
  }

  /** Runs while `video` plays. */
  follow(video: HTMLVideoElement): void {
    video.addEventListener('playing', () => this.start())
    for (const name of ['pause', 'waiting', 'ended']) video.addEventListener(name, () => this.stop())
    if (!video.paused) this.start()
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
