/** The playback engine: hls.js, with its qualities and audio tracks published for the menus. */

// The full build: the light one plays separate audio without sound and without an error.
import Hls, { type HlsConfig, type MediaPlaylist } from 'hls.js'

import { ExactLoader } from './loader'

export interface EngineOptions {
  source: string
  /** Gives the address anew when the server takes the source for over; null where it never is. */
  reopen: (() => Promise<string>) | null
  startAt_s: number
  /** `auto`, or the height to begin with, such as `720p`. */
  quality: string
  live: boolean
  /** True when the page has its own caption tracks: those of the playlist would double them. */
  hasCaptions: boolean
  tuning?: Partial<HlsConfig>
  /** The source was put on the video, at first or again after broken bytes. */
  onAttached: () => void
  onFatal: (reason: unknown) => void
}

const RETRY_MS = 1500
const MAX_RETRIES = 4
const APPEND_POLL_MS = 20
const KEPT_WHEN_RELOADED_S = 8
const KEPT_WHEN_CHOSEN_S = 2
const REFUSALS = [401, 403]

const WITHOUT_CAPTIONS: Partial<HlsConfig> = {
  subtitleStreamController: undefined,
  subtitleTrackController: undefined,
  timelineController: undefined,
}

/** An hls.js that starts over at the right place when nothing was played before it broke. */
class RestartingHls extends Hls {
  constructor(
    config: Partial<HlsConfig>,
    private readonly hasPlayed: () => boolean,
  ) {
    super(config)
  }

  override recoverMediaError(): void {
    const isUntouched = this.loadingEnabled && !this.hasPlayed()
    super.recoverMediaError()
    // A video that broke before its first picture may say that it stands at its end.
    if (isUntouched) this.startLoad(this.config.startPosition)
  }
}

export class Engine {
  #hls: Hls
  #retries = 0
  #hasPlayed = false
  #isTransferred = false
  #isReopening = false
  #source: string
  #buffers: { readonly updating: boolean }[] = []
  #audio: string[] = []

  private constructor(
    private readonly video: HTMLVideoElement,
    private readonly options: EngineOptions,
  ) {
    this.#source = options.source
    this.#hls = this.#create()
    video.addEventListener('playing', () => (this.#hasPlayed = true), { once: true })
    video.videoRenditions.addEventListener('change', this.#pickQuality)
    video.audioTracks.addEventListener('change', this.#pickAudio)
  }

  /** Attaches the engine to `video`; resolves when the qualities are known. */
  static async attach(video: HTMLVideoElement, options: EngineOptions): Promise<Engine> {
    const engine = new Engine(video, options)
    const parsed = engine.#parsed(engine.#hls)
    engine.#hls.loadSource(options.source)
    engine.#hls.attachMedia(video)
    await parsed
    engine.#publishQualities()
    engine.#beginWith(options.quality)
    engine.#hls.startLoad(engine.#hls.config.startPosition)
    return engine
  }

  /**
   * Reads the multivariant playlist again, for qualities that were not there before.
   *
   * The buffers move to a new instance of hls.js, so the picture goes on without a break.
   * Resolves to false when it cannot be read.
   */
  async reload(): Promise<boolean> {
    const { lang, name } = this.#hls.audioTracks[this.#hls.audioTrack] ?? {}
    const next = this.#create({ audioPreference: { lang, name } })
    const parsed = this.#parsed(next)
    next.loadSource(this.#source)
    try {
      await parsed
    } catch {
      next.destroy() // what plays goes on playing, and the next quality brings a new try
      return false
    }
    await this.#atRest()
    this.#hls.stopLoad()
    this.#dropAhead(KEPT_WHEN_RELOADED_S)
    await this.#atRest()
    this.#handOver(next)
    return true
  }

  get bandwidth_bps(): number {
    return this.#hls.bandwidthEstimate
  }

  destroy(): void {
    this.video.videoRenditions.removeEventListener('change', this.#pickQuality)
    this.video.audioTracks.removeEventListener('change', this.#pickAudio)
    this.#hls.destroy()
  }

  #handOver(next: Hls): void {
    const old = this.#hls
    const height = this.#chosenHeight()
    const level = old.loadLevelObj
    next.bandwidthEstimate = old.bandwidthEstimate
    const media = old.transferMedia()
    old.destroy()
    this.#hls = next
    this.#isTransferred = true
    next.attachMedia(media ?? this.video)
    this.#publishQualities(height)
    if (height === null && level) next.startLevel = indexOfHeight(next, level.height)
    next.startLoad(this.video.currentTime)
    this.#followJumps(next)
  }

  /**
   * Who jumps back before `next` has its first segment would be taken forth again by it. It
   * must have the buffers before it may start anew: a segment given up earlier is waited for.
   */
  #followJumps(next: Hls): void {
    const begin_s = this.video.currentTime
    let hasBuffers = false
    const follow = (): void => {
      if (hasBuffers && this.#hls === next) next.startLoad(this.video.currentTime)
    }
    this.video.addEventListener('seeking', follow)
    next.once(Hls.Events.BUFFER_CREATED, () => {
      hasBuffers = true
      if (this.video.currentTime < begin_s) follow()
    })
    next.once(Hls.Events.FRAG_BUFFERED, () => this.video.removeEventListener('seeking', follow))
  }

  #create(extra: Partial<HlsConfig> = {}): Hls {
    const { live, startAt_s, hasCaptions, tuning } = this.options
    const config: Partial<HlsConfig> = {
      autoStartLoad: false,
      capLevelToPlayerSize: true,
      backBufferLength: 60,
      liveDurationInfinity: live,
      // A playlist that still grows looks like a live one. Viewers of a file begin at its
      // beginning all the same, not where the encoder is.
      startPosition: live ? -1 : startAt_s,
      // There are none, and this would start loading anew in the middle of a handover.
      interstitialsController: undefined,
      loader: ExactLoader,
      ...(hasCaptions && WITHOUT_CAPTIONS),
      ...tuning,
      ...extra,
    }
    const hls = new RestartingHls(config, () => this.#hasPlayed)
    hls.on(Hls.Events.MEDIA_ATTACHED, () => this.options.onAttached())
    hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, (_event, { audioTracks }) =>
      this.#publishAudio(audioTracks),
    )
    hls.on(Hls.Events.BUFFER_CREATED, (_event, { tracks }) => {
      this.#buffers = Object.values(tracks).flatMap(({ buffer }) => buffer ?? [])
    })
    hls.on(Hls.Events.FRAG_BUFFERED, () => (this.#retries = 0))
    hls.on(Hls.Events.ERROR, (_event, error) => {
      if (hls !== this.#hls) return
      const isRefused = REFUSALS.includes(error.response?.code ?? 0)
      if (isRefused && this.options.reopen) void this.#reopen(this.options.reopen)
      else if (error.fatal) this.#recover(error.type, error.details)
    })
    return hls
  }

  #parsed(hls: Hls): Promise<void> {
    return new Promise((resolve, reject) => {
      hls.once(Hls.Events.MANIFEST_PARSED, () => resolve())
      hls.on(Hls.Events.ERROR, (_event, error) => {
        if (error.fatal) reject(new Error(error.details))
      })
    })
  }

  /** Resolves when no buffer is being written: what is still queued would be lost. */
  async #atRest(): Promise<void> {
    while (this.#buffers.some(({ updating }) => updating)) {
      await new Promise((resolve) => setTimeout(resolve, APPEND_POLL_MS))
    }
  }

  /** Forgets what is buffered more than `kept_s` ahead, so that it comes in another quality. */
  #dropAhead(kept_s: number): void {
    const startOffset = this.video.currentTime + kept_s
    this.#hls.trigger(Hls.Events.BUFFER_FLUSHING, { startOffset, endOffset: Infinity, type: null })
  }

  /** The time of the source is over: gets another one, and goes on where the video is. */
  async #reopen(open: () => Promise<string>): Promise<void> {
    if (this.#isReopening) return
    this.#isReopening = true
    try {
      // Every time something plays after it, this begins to count anew.
      if (this.#retries++ >= MAX_RETRIES) throw new Error('refused again and again')
      this.#source = await open()
      if (!(await this.reload())) throw new Error('refused at once')
    } catch (error) {
      this.#hls.stopLoad()
      this.options.onFatal(error)
    } finally {
      this.#isReopening = false
    }
  }

  /** The best level of at most that height; what is buffered by then tells the next ones. */
  #beginWith(quality: string): void {
    const wanted = parseInt(quality)
    if (!wanted) return
    const heights = this.#hls.levels.map(({ width, height }) => Math.min(width, height))
    const fitting = heights.filter((height) => height <= wanted)
    this.#hls.startLevel = heights.indexOf(fitting.length ? Math.max(...fitting) : Math.min(...heights))
  }

  #recover(type: string, details: string): void {
    if (this.#retries++ >= MAX_RETRIES) {
      this.#hls.stopLoad()
      this.options.onFatal(details)
    } else if (type === Hls.ErrorTypes.MEDIA_ERROR) {
      this.#hls.recoverMediaError()
    } else {
      setTimeout(() => this.#hls.startLoad(), RETRY_MS * this.#retries)
    }
  }

  #publishQualities(chosenHeight: number | null = null): void {
    for (const track of [...this.video.videoTracks]) this.video.removeVideoTrack(track)
    const track = this.video.addVideoTrack('main')
    track.selected = true
    this.#hls.levels.forEach((level, index) => {
      const { url, width, height, videoCodec, bitrate } = level
      track.addRendition(url[0] ?? '', width, height, videoCodec, bitrate).id = String(index)
    })
    if (chosenHeight !== null) {
      this.video.videoRenditions.selectedIndex = indexOfHeight(this.#hls, chosenHeight)
    }
  }

  #publishAudio(tracks: MediaPlaylist[]): void {
    const names = tracks.map(({ name }) => name)
    if (names.join('\n') === this.#audio.join('\n')) return
    this.#audio = names
    for (const track of [...this.video.audioTracks]) this.video.removeAudioTrack(track)
    tracks.forEach((source, index) => {
      const kind = source.default ? 'main' : 'alternative'
      const track = this.video.addAudioTrack(kind, names[index], source.lang)
      track.id = String(index)
      track.enabled = source.default
    })
  }

  #chosenHeight(): number | null {
    return this.#hls.autoLevelEnabled ? null : (this.#hls.levels[this.#hls.nextLevel]?.height ?? null)
  }

  readonly #pickQuality = (): void => {
    const { selectedIndex } = this.video.videoRenditions
    this.#hls.nextLevel = selectedIndex
    // What came from an earlier instance is unknown to this one, which would keep it.
    if (this.#isTransferred && selectedIndex >= 0) this.#dropAhead(KEPT_WHEN_CHOSEN_S)
  }

  readonly #pickAudio = (): void => {
    const enabled = [...this.video.audioTracks].find((track) => track.enabled)
    if (enabled) this.#hls.audioTrack = Number(enabled.id)
  }
}

function indexOfHeight(hls: Hls, height: number): number {
  return hls.levels.findIndex((level) => level.height === height)
}
