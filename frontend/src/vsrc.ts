/**
 * `<origin>/dist/vsrc-player.js`: the globals `VSRCPlayer` that VSRC's embed code calls, and
 * `VSRCChat`.
 */

import { VSRCChat } from './vsrc/chat'
import type { Facade } from './vsrc/facade'
import type { VsrcOptions } from './vsrc/options'
import type { mount, Mounted } from './vsrc_mount'

interface Mounting {
  mount: typeof mount
}

// Only while the script runs does the document know which one it is.
const home = new URL((document.currentScript as HTMLScriptElement).src)
// The server writes the folder of this release here when it sends the script.
const assets = `${home.origin}__ASSETS__`

class VSRCPlayer {
  /** Address of the playlist; null until it is resolved. */
  resolvedSrc: string | null = null
  #mounted: Mounted | null = null
  #chat: VSRCChat | null = null
  #isDisposed = false
  #origin: string

  constructor(
    private readonly target: string | HTMLElement,
    private readonly options: VsrcOptions,
  ) {
    if (!options?.mediaId) throw new Error('VSRCPlayer: mediaId is required')
    const { debug } = options
    this.#origin = typeof debug === 'string' && debug ? `${home.protocol}//${debug}` : home.origin
    this.#openChat()
    this.#open().catch((error: Error) => this.#fail(error))
  }

  play(): Promise<void> | undefined {
    return this.#mounted?.player.play()
  }

  pause(): void {
    this.#mounted?.player.video.pause()
  }

  seek(time_s: number): void {
    if (this.#mounted) this.#mounted.player.video.currentTime = time_s
  }

  /** Seconds from the beginning. */
  currentTime(): number {
    return this.#mounted?.player.video.currentTime ?? 0
  }

  /** Sets the volume (0 to 1) when one is given; returns the volume. */
  volume(value?: number): number {
    if (this.#mounted && value !== undefined) this.#mounted.facade.volume(value)
    return this.#mounted?.player.video.volume ?? 1
  }

  isPlaying(): boolean {
    return this.#mounted ? !this.#mounted.player.video.paused : false
  }

  /**
   * Plays something else in the same place: a playlist, or a file that the browser can play. A
   * pause stays one.
   */
  async setSource(source: string, type?: string): Promise<void> {
    this.resolvedSrc = source
    await this.#mounted?.setSource(source, type)
  }

  /** With the methods of video.js that embedders use; null until the player is ready. */
  getPlayer(): Facade | null {
    return this.#mounted?.facade ?? null
  }

  getChat(): VSRCChat | null {
    return this.#chat
  }

  dispose(): void {
    this.#isDisposed = true
    this.#chat?.disconnect()
    this.#chat = null
    this.#mounted?.facade.dispose()
    this.#mounted = null
  }

  async #open(): Promise<void> {
    const { target, options } = this
    const element =
      typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target
    if (!element) throw new Error(`VSRCPlayer: no element matches ${String(target)}`)
    const source = (this.resolvedSrc = await this.#resolve())
    if (options.type === 'live') await this.#probe(source)
    addStyles()
    const { mount } = (await import(/* @vite-ignore */ `${assets}/vsrc_mount.js`)) as Mounting
    if (this.#isDisposed) return
    this.#mounted = mount(element, source, options, {
      origin: this.#origin,
      onError: (error) => this.#fail(error),
    })
    await this.#mounted.begin()
    if (!this.#isDisposed) options.onReady?.(this)
  }

  async #resolve(): Promise<string> {
    const { mediaId } = this.options
    const answer = await fetch(`${this.#origin}/hls/resolve/${encodeURIComponent(mediaId)}`)
    if (!answer.ok) throw new Error(`VSRCPlayer: no media ${mediaId} (${answer.status})`)
    const { url, ul } = (await answer.json()) as { url?: string; ul?: string }
    return new URL(url ?? ul ?? '', this.#origin).href
  }

  async #probe(source: string): Promise<void> {
    const { probeInterval = 5000, maxProbeAttempts = 12, onProbeSuccess, onProbeFailed } = this.options
    for (let attempt = 0; attempt < maxProbeAttempts && !this.#isDisposed; attempt++) {
      if (attempt) await new Promise((go) => setTimeout(go, probeInterval))
      const answer = await fetch(source, { method: 'HEAD' }).catch(() => null)
      if (answer?.ok) return onProbeSuccess?.(this)
    }
    onProbeFailed?.(this)
    throw new Error('VSRCPlayer: the live stream has not started')
  }

  #openChat(): void {
    const { chat, mediaId } = this.options
    if (!chat) return
    const address = `${this.#origin.replace(/^http/, 'ws')}/ws/chat/${encodeURIComponent(mediaId)}`
    try {
      if (!chat.element) throw new Error('VSRCPlayer: chat.element is missing')
      this.#chat = new VSRCChat(chat.element, { ...chat, serverUrl: chat.serverUrl ?? address })
    } catch (error) {
      // The video plays without it.
      this.#fail(error as Error)
    }
  }

  #fail(error: Error): void {
    if (this.options.onError) this.options.onError(error)
    else console.error(error)
  }
}

function addStyles(): void {
  const href = `${assets}/asset/player.css`
  if (document.querySelector(`link[href="${href}"]`)) return
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))
}

Object.assign(window, { VSRCPlayer, VSRCChat })
