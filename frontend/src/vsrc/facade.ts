/** What `getPlayer()` gives: the methods of video.js that embedders use, on our player. */

import type { Player } from '../player/player'

type Listener = (this: Facade, event: Event) => void

interface Source {
  src: string
  type?: string
}

const FAILED = 'playerfailed'
const LOADING_FAILED = { code: 4, message: 'The video cannot be loaded' }

export class Facade {
  /** The element that plays. */
  readonly video: HTMLVideoElement
  #bound: { name: string; listener: Listener; undo: () => void }[] = []
  #hasFailed = false
  #isDisposed = false

  constructor(
    private readonly player: Player,
    private readonly setSource: (source: string, type?: string) => Promise<void>,
    private readonly end: () => void,
  ) {
    this.video = player.video
    this.video.addEventListener(FAILED, () => (this.#hasFailed = true))
    this.video.addEventListener('loadedmetadata', () => (this.#hasFailed = false))
  }

  on(names: string | string[], listener: Listener): void {
    for (const name of [names].flat()) this.#bind(name, listener, false)
  }

  one(names: string | string[], listener: Listener): void {
    for (const name of [names].flat()) this.#bind(name, listener, true)
  }

  /** Without a listener, all of that name; without a name, all there are. */
  off(names?: string | string[], listener?: Listener): void {
    const wanted = names === undefined ? null : [names].flat()
    this.#bound = this.#bound.filter((each) => {
      const stays = (wanted && !wanted.includes(each.name)) || (listener && each.listener !== listener)
      if (!stays) each.undo()
      return stays
    })
  }

  trigger(name: string): void {
    this.video.dispatchEvent(new Event(name))
  }

  /** It is, by the time that anybody gets hold of it. */
  ready(call: (this: Facade) => void): void {
    setTimeout(() => call.call(this))
  }

  play(): Promise<void> {
    return this.player.play()
  }

  pause(): void {
    this.video.pause()
  }

  paused(): boolean {
    return this.video.paused
  }

  ended(): boolean {
    return this.video.ended
  }

  seeking(): boolean {
    return this.video.seeking
  }

  currentTime(time_s?: number): number {
    if (time_s !== undefined) this.video.currentTime = time_s
    return this.video.currentTime
  }

  duration(): number {
    return this.video.duration || 0
  }

  remainingTime(): number {
    return this.duration() - this.currentTime()
  }

  buffered(): TimeRanges {
    return this.video.buffered
  }

  bufferedEnd(): number {
    const { buffered } = this.video
    return buffered.length ? buffered.end(buffered.length - 1) : 0
  }

  volume(level?: number): number {
    if (level !== undefined) this.video.volume = Math.min(1, Math.max(0, level))
    return this.video.volume
  }

  muted(isMuted?: boolean): boolean {
    if (isMuted !== undefined) this.video.muted = isMuted
    return this.video.muted
  }

  loop(loops?: boolean): boolean {
    if (loops !== undefined) this.video.loop = loops
    return this.video.loop
  }

  playbackRate(rate?: number): number {
    if (rate !== undefined) this.video.playbackRate = rate
    return this.video.playbackRate
  }

  /** The address of what plays; with a source, another one plays from now on. */
  src(source?: string | Source | Source[]): string {
    const [first] = [source].flat()
    if (typeof first === 'string') void this.setSource(first)
    else if (first) void this.setSource(first.src, first.type)
    return this.player.config.hls
  }

  currentSrc(): string {
    return this.player.config.hls
  }

  poster(address?: string): string {
    const picture = this.player.root.querySelector('media-poster-image')
    if (address !== undefined) picture?.setAttribute('src', address)
    return picture?.getAttribute('src') ?? ''
  }

  readyState(): number {
    return this.video.readyState
  }

  error(): MediaError | typeof LOADING_FAILED | null {
    return this.video.error ?? (this.#hasFailed ? LOADING_FAILED : null)
  }

  textTracks(): TextTrackList {
    return this.video.textTracks
  }

  videoWidth(): number {
    return this.video.videoWidth
  }

  videoHeight(): number {
    return this.video.videoHeight
  }

  currentWidth(): number {
    return this.player.root.clientWidth
  }

  currentHeight(): number {
    return this.player.root.clientHeight
  }

  isFullscreen(): boolean {
    return document.fullscreenElement === this.player.root
  }

  requestFullscreen(): Promise<void> {
    return this.player.root.requestFullscreen()
  }

  exitFullscreen(): Promise<void> {
    return document.exitFullscreen()
  }

  requestPictureInPicture(): Promise<PictureInPictureWindow> {
    return this.video.requestPictureInPicture()
  }

  el(): HTMLElement {
    return this.player.root
  }

  addClass(name: string): void {
    this.player.root.classList.add(name)
  }

  removeClass(name: string): void {
    this.player.root.classList.remove(name)
  }

  isDisposed(): boolean {
    return this.#isDisposed
  }

  dispose(): void {
    if (this.#isDisposed) return
    this.#isDisposed = true
    this.trigger('dispose')
    this.off()
    this.end()
  }

  #bind(name: string, listener: Listener, isOnce: boolean): void {
    const targets = this.#targets(name)
    const hear = (event: Event): void => {
      if (isOnce) this.off(name, listener)
      listener.call(this, event)
    }
    for (const [target, type] of targets) target.addEventListener(type, hear)
    const undo = (): void => targets.forEach(([target, type]) => target.removeEventListener(type, hear))
    this.#bound.push({ name, listener, undo })
  }

  #targets(name: string): [EventTarget, string][] {
    if (name === 'fullscreenchange') return [[this.player.root, name]]
    // The engine's failures are none of the element's.
    return name === 'error' ? [[this.video, FAILED]] : [[this.video, name]]
  }
}
