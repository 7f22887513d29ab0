/** The player: one video element with controls around it and the engine behind it. */

import type { HlsConfig } from 'hls.js'
import { MediaTracksMixin } from 'media-tracks'

import type { CaptionSource, PlayerConfig } from './config'
import { buildControls, finishControls } from './controls'
import type { Engine } from './hls'
import { bindKeyboard } from './keyboard'
import type { PlayOptions } from './options'
import { followSettings, recall, showCaptions } from './settings'

MediaTracksMixin(HTMLVideoElement)

const HLS_TYPE = 'application/vnd.apple.mpegurl'

export class Player {
  readonly root: HTMLElement
  #engine: Engine | null = null
  #loading: Promise<void> | null = null
  #isWanted = false
  #removeKeys: () => void

  /**
   * Puts a player in the place of `stage`. Nothing of the video is loaded before somebody
   * plays, or calls `load`.
   */
  constructor(
    stage: HTMLElement,
    readonly video: HTMLVideoElement,
    public config: PlayerConfig,
    private readonly options: PlayOptions,
    keys: 'page' | 'focus' = 'page',
    private readonly tuning: Partial<HlsConfig> = {},
  ) {
    this.root = buildControls(config, options.controls)
    this.#prepareVideo()
    this.root.append(video)
    stage.replaceWith(this.root)
    finishControls(this.root)
    followSettings(video, options.rate, options.captions)
    this.update(config)
    this.#removeKeys = bindKeyboard(this, keys === 'page' ? document : this.root)
    this.#message.querySelector('button')?.addEventListener('click', () => void this.retry())
    this.#followWish()
    if (options.autoplay) void this.play()
  }

  /** Loads the engine and the playlists, once however often it is called. */
  load(): Promise<void> {
    return (this.#loading ??= this.#attach())
  }

  /** Plays as soon as something can be played. A browser that forbids it leaves a pause. */
  async play(): Promise<void> {
    await this.load()
    await this.video.play().catch(() => undefined)
  }

  /** Starts again after an error that stopped everything. */
  async retry(): Promise<void> {
    this.#message.hidden = true
    this.#engine?.destroy()
    this.#engine = null
    this.#loading = null
    await this.play()
  }

  /** Takes in what the page knows by now: captions, chapters, storyboard. */
  update(config: PlayerConfig): void {
    this.config = config
    const known = new Set([...this.video.querySelectorAll('track')].map((track) => track.src))
    const add = (kind: TextTrackKind, src: string, extra: Partial<HTMLTrackElement> = {}): void => {
      const track = Object.assign(document.createElement('track'), { kind, src, ...extra })
      if (known.has(track.src)) return
      this.video.append(track)
      // A disabled track is never fetched, and menus and previews need the cues of these two.
      if (kind !== 'captions') track.track.mode = 'hidden'
    }
    for (const caption of byPreference(config.captions)) add('captions', caption.src, caption)
    if (config.chapters) add('chapters', config.chapters)
    if (config.storyboard) add('metadata', config.storyboard, { label: 'thumbnails' })
    const wanted = this.options.captions ?? recall().captions
    if (wanted) showCaptions(this.video, wanted)
  }

  /** Makes qualities that appeared since the start available, without a break. */
  async reload(): Promise<void> {
    await this.#engine?.reload()
  }

  dispose(): void {
    this.#removeKeys()
    this.#engine?.destroy()
    this.root.remove()
  }

  /** How many qualities can be chosen by now; 0 before anything is loaded. */
  get qualities(): number {
    return this.video.videoRenditions.length
  }

  get #message(): HTMLElement {
    return this.root.querySelector('.vp-message')!
  }

  #prepareVideo(): void {
    const { video, options, config } = this
    video.slot = 'media'
    video.controls = false
    video.playsInline = true
    video.crossOrigin = 'anonymous'
    video.preload = 'none'
    video.loop = options.loop
    video.muted = options.muted
    if (config.poster) video.poster = ''
    const { stopAt_s } = options
    if (stopAt_s === null) return
    const stop = (): void => {
      if (video.currentTime < stopAt_s) return
      video.removeEventListener('timeupdate', stop)
      video.pause()
    }
    video.addEventListener('timeupdate', stop)
  }

  /**
   * Knows whether the viewer wants the video to play, which `paused` does not tell while the
   * source is put on: that pauses, and does so again when the engine starts over after broken
   * bytes. An element that fails or runs out of media pauses as well.
   */
  #followWish(): void {
    const { video } = this
    video.addEventListener('play', () => {
      this.#isWanted = true
      void this.load()
    })
    video.addEventListener('pause', () => {
      if (!video.error && !video.ended) this.#isWanted = false
    })
  }

  #resume(): void {
    if (this.#isWanted && !this.video.ended) void this.video.play().catch(() => undefined)
  }

  async #attach(): Promise<void> {
    const { video, config, options } = this
    // Chromium answers "maybe" for HLS but gives no control over it, so native playback is
    // only for browsers that have nothing else.
    const hasEngine = 'MediaSource' in window || 'ManagedMediaSource' in window
    if (!hasEngine && video.canPlayType(HLS_TYPE)) {
      this.#isWanted ||= !video.paused
      video.src = options.startAt_s ? `${config.hls}#t=${options.startAt_s}` : config.hls
      return this.#resume()
    }
    try {
      const { Engine } = await import('./hls')
      // The source aborts a play() that waits for it, and then no event tells of the wish.
      this.#isWanted ||= !video.paused
      this.#engine = await Engine.attach(video, {
        source: config.hls,
        startAt_s: options.startAt_s,
        live: config.live ?? false,
        hasCaptions: config.captions.length > 0,
        tuning: this.tuning,
        onAttached: () => this.#resume(),
        onFatal: () => this.#fail(),
      })
    } catch {
      this.#fail()
    }
  }

  #fail(): void {
    this.#message.hidden = false
    this.#message.querySelector('p')!.textContent = 'The video cannot be loaded right now.'
    this.video.dispatchEvent(new CustomEvent('playerfailed'))
  }
}

/** The language the viewer used last comes first, then the browser's: menus take the first. */
function byPreference(captions: CaptionSource[]): CaptionSource[] {
  const wanted = [recall().captions, ...navigator.languages]
  const rank = ({ srclang }: CaptionSource): number => {
    const index = wanted.findIndex((language) => language?.split('-')[0] === srclang.split('-')[0])
    return index < 0 ? wanted.length : index
  }
  return [...captions].sort((one, other) => rank(one) - rank(other))
}

