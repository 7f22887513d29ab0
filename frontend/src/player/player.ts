/** The player: one video element with controls around it and the engine behind it. */

import type { HlsConfig } from 'hls.js'
import { MediaTracksMixin } from 'media-tracks'

import type { CaptionSource, PlayerConfig } from './config'
import { buildControls, finishControls } from './controls'
import { atSameGate, Gate, Refused } from './gate'
import type { Engine } from './hls'
import { bindKeyboard } from './keyboard'
import { applyLook } from './look'
import type { PlayOptions } from './options'
import { firstCaptions, followSettings, recall, showCaptions } from './settings'

MediaTracksMixin(HTMLVideoElement)

const HLS_TYPE = 'application/vnd.apple.mpegurl'
const FAILED = 'The video cannot be loaded right now.'

export class Player {
  readonly root: HTMLElement
  #engine: Engine | null = null
  #gate: Gate | null = null
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
    if (config.look) applyLook(this.root, config.look, config.viewer)
    followSettings(video, config, options.rate, options.captions)
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

  /**
   * Gets ready for somebody who may play soon. An encrypted stream is not opened for them yet:
   * the server counts who opens it.
   */
  async prepare(): Promise<void> {
    if (this.config.gate) await import('./hls').catch(() => undefined)
    else await this.load()
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

  /** Plays what `config` names instead. A pause stays one. */
  async replace(config: PlayerConfig): Promise<void> {
    const wasPlaying = !this.video.paused
    this.config = config
    this.#message.hidden = true
    this.#engine?.destroy()
    this.#engine = null
    this.#loading = null
    await (wasPlaying ? this.play() : this.load())
  }

  /** Takes in what the page knows by now: captions, chapters, storyboard. */
  update(fresh: PlayerConfig): void {
    const config = (this.config = atSameGate(fresh, this.config))
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
    const wanted = firstCaptions(config, this.options.captions)
    if (wanted) showCaptions(this.video, wanted)
  }

  /** Makes qualities that appeared since the start available, without a break. */
  async reload(): Promise<void> {
    await this.#engine?.reload()
  }

  dispose(): void {
    this.#removeKeys()
    this.#gate?.close()
    this.#engine?.destroy()
    this.root.remove()
  }

  /** How many qualities can be chosen by now; 0 before anything is loaded. */
  get qualities(): number {
    return this.video.videoRenditions.length
  }

  /** How fast the line is, as far as it was seen; null before anything was loaded. */
  get bandwidth_bps(): number | null {
    return this.#engine?.bandwidth_bps ?? null
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
    try {
      const source = await this.#open()
      if (config.isFile || (!hasEngine && video.canPlayType(HLS_TYPE))) {
        this.#isWanted ||= !video.paused
        video.src = options.startAt_s ? `${source}#t=${options.startAt_s}` : source
        return this.#resume()
      }
      const { Engine } = await import('./hls')
      // The source aborts a play() that waits for it, and then no event tells of the wish.
      this.#isWanted ||= !video.paused
      this.#engine = await Engine.attach(video, {
        source,
        reopen: config.gate ? () => this.#open() : null,
        startAt_s: options.startAt_s,
        quality: config.look?.default_quality ?? 'auto',
        live: config.live ?? false,
        hasCaptions: config.captions.length > 0,
        tuning: this.tuning,
        onAttached: () => this.#resume(),
        onFatal: (error) => this.#fail(error),
      })
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Address of the multivariant playlist, once the server lets this visit play it. */
  async #open(): Promise<string> {
    const { hls, gate } = this.config
    if (!gate) return hls
    if (this.#gate?.address !== gate) {
      this.#gate?.close()
      this.#gate = new Gate(gate)
    }
    return this.#gate.open()
  }

  #fail(error: unknown): void {
    this.#message.hidden = false
    const words = error instanceof Refused ? error.message : FAILED
    this.#message.querySelector('p')!.textContent = words
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

