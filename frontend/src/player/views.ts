/** Tells our server how far somebody is, from which it counts views. */

import { PlayClock } from './play_clock'

const INTERVAL_MS = 5000
const SETTLED_MS = 300

/** Posts to `path` as soon as `video` plays, every five seconds then, and where it ends. */
export function tellViews(video: HTMLVideoElement, path: string): void {
  const teller = new Teller(video, path)
  const clock = new PlayClock(INTERVAL_MS, () => teller.tell())
  clock.follow(video)
  video.addEventListener('playing', () => teller.begin(), { once: true })
  if (!video.paused) teller.begin()
  video.addEventListener('seeking', () => teller.jump())
  video.addEventListener('seeked', () => teller.land())
  for (const name of ['pause', 'ended']) video.addEventListener(name, () => teller.tell())
  addEventListener('pagehide', () => teller.tell())
}

class Teller {
  #session = randomText()
  #hasBegun = false
  #hasJumped = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly path: string,
  ) {}

  begin(): void {
    this.#hasBegun = true
    this.tell()
  }

  jump(): void {
    this.#hasJumped = true
  }

  /** Tells once whoever drags the handle has let go of it. */
  land(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.tell(), SETTLED_MS)
  }

  tell(): void {
    if (!this.#hasBegun) return
    const ping = { currentTime: Math.floor(this.video.currentTime), sessionId: this.#session }
    const body = JSON.stringify(this.#hasJumped ? { ...ping, viewEvent: 'seek' } : ping)
    this.#hasJumped = false
    const headers = { 'Content-Type': 'application/json' }
    // Nobody is known by it, and whether it arrives changes nothing here.
    const how: RequestInit = { method: 'POST', credentials: 'omit', keepalive: true }
    void fetch(this.path, { ...how, headers, body }).catch(() => null)
  }
}

/** Another one for each page. `randomUUID` is only there where pages come by TLS. */
function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
