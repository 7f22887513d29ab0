/** How fast bytes go, over the last seconds. */

const WINDOW_MS = 4000

export class Speed {
  #samples: { at: number; bytes: number }[] = []

  note(bytes: number, at = performance.now()): void {
    this.#samples.push({ at, bytes })
    // One from before the window stays, or a slow line would never have two.
    while (this.#samples.length > 2 && at - this.#samples[1]!.at > WINDOW_MS) this.#samples.shift()
  }

  reset(): void {
    this.#samples = []
  }

  /** Bytes a second; 0 while nobody can tell. */
  get bytesPerSecond(): number {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)]
    if (!first || !last || last.at - first.at < 250) return 0
    return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000
  }
}
