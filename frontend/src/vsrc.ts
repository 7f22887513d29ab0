/** `<origin>/dist/vsrc-player.js`: the global `VSRCPlayer` that VSRC's embed code calls. */

import type { Player } from './player/player'

export interface VsrcOptions {
  mediaId: string
  type?: 'vod' | 'live'
  /** Time between two looks for a live stream that has not begun, in ms. */
  probeInterval?: number
  maxProbeAttempts?: number
  onReady?: (player: VSRCPlayer) => void
  onError?: (error: Error) => void
  onProbeSuccess?: () => void
  onProbeFailed?: () => void
  vhs?: {
    limitRenditionByPlayerDimensions?: boolean
    useDevicePixelRatio?: boolean
    enableLowInitialPlaylist?: boolean
    bandwidth?: number
  }
  vjsOptions?: {
    autoplay?: boolean
    muted?: boolean
    loop?: boolean
    controls?: boolean
    poster?: string
  }
  /** Host that answers instead of the one this script came from. */
  debug?: string | boolean
}

interface Mounting {
  mount: (element: HTMLElement, source: string, options: VsrcOptions) => Player
}

// Only while the script runs does the document know which one it is.
const home = new URL((document.currentScript as HTMLScriptElement).src)
// The server writes the folder of this release here when it sends the script.
const assets = `${home.origin}__ASSETS__`

class VSRCPlayer {
  /** Address of the playlist; null until it is resolved. */
  resolvedSrc: string | null = null
  #player: Player | null = null
  #isDisposed = false

  constructor(
    private readonly target: string | HTMLElement,
    private readonly options: VsrcOptions,
  ) {
    this.#open().catch((error: Error) => {
      if (options.onError) options.onError(error)
      else console.error(error)
    })
  }

  play(): Promise<void> | undefined {
    return this.#player?.play()
  }

  pause(): void {
    this.#player?.video.pause()
  }

  seek(time_s: number): void {
    if (this.#player) this.#player.video.currentTime = time_s
  }

  /** Seconds from the beginning. */
  currentTime(): number {
    return this.#player?.video.currentTime ?? 0
  }

  /** Sets the volume (0 to 1) when one is given; returns the volume. */
  volume(value?: number): number {
    if (this.#player && value !== undefined) this.#player.video.volume = value
    return this.#player?.video.volume ?? 1
  }

  isPlaying(): boolean {
    return this.#player ? !this.#player.video.paused : false
  }

  /** Plays another playlist in the same place. */
  async setSource(source: string): Promise<void> {
    this.resolvedSrc = source
    if (!this.#player) return
    this.#player.config = { ...this.#player.config, hls: source }
    await this.#player.retry()
  }

  getPlayer(): Player | null {
    return this.#player
  }

  dispose(): void {
    this.#isDisposed = true
    this.#player?.dispose()
    this.#player = null
  }

  async #open(): Promise<void> {
    const { target, options } = this
    const element =
      typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target
    if (!element) throw new Error(`VSRCPlayer: no element matches ${String(target)}`)
    this.resolvedSrc = await resolve(options)
    if (options.type === 'live') await this.#probe(this.resolvedSrc)
    addStyles()
    const { mount } = (await import(/* @vite-ignore */ `${assets}/vsrc_mount.js`)) as Mounting
    if (this.#isDisposed) return
    this.#player = mount(element, this.resolvedSrc, options)
    await this.#player.load()
    options.onReady?.(this)
  }

  async #probe(source: string): Promise<void> {
    const { probeInterval = 5000, maxProbeAttempts = 12 } = this.options
    for (let attempt = 0; attempt < maxProbeAttempts && !this.#isDisposed; attempt++) {
      if (attempt) await new Promise((go) => setTimeout(go, probeInterval))
      const answer = await fetch(source, { method: 'HEAD' }).catch(() => null)
      if (answer?.ok) return this.options.onProbeSuccess?.()
    }
    this.options.onProbeFailed?.()
    throw new Error('VSRCPlayer: the live stream has not started')
  }
}

async function resolve({ mediaId, debug }: VsrcOptions): Promise<string> {
  const origin = typeof debug === 'string' && debug ? `${home.protocol}//${debug}` : home.origin
  const answer = await fetch(`${origin}/hls/resolve/${encodeURIComponent(mediaId)}`)
  if (!answer.ok) throw new Error(`VSRCPlayer: no media ${mediaId} (${answer.status})`)
  const { url, ul } = (await answer.json()) as { url?: string; ul?: string }
  return new URL(url ?? ul ?? '', origin).href
}

function addStyles(): void {
  const href = `${assets}/asset/player.css`
  if (document.querySelector(`link[href="${href}"]`)) return
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))
}

;(window as unknown as { VSRCPlayer: typeof VSRCPlayer }).VSRCPlayer = VSRCPlayer
