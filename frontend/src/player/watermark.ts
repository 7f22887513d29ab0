/** A text over the picture that says who watches, so that a film of the screen tells it. */

import type { Watcher } from './look'

export interface WatermarkLook {
  enabled: boolean
  /** `{viewer_id}`, `{ip}` and `{time}` stand for who watches, from where and when. */
  text: string
  opacity: number
  /** Seconds. */
  move_interval: number
}

const LEAST_MOVE = 25
const HIGHEST = { left: 100, top: 78 }

/** It moves now and then, and comes back when somebody takes it out of the page. */
export class Watermark {
  readonly #timer: ReturnType<typeof setInterval>
  readonly #observer = new MutationObserver((changes) => this.#putBack(changes))
  #element: HTMLElement | null = null
  #place = { left: 50, top: 10 }

  constructor(
    private readonly root: HTMLElement,
    private readonly look: WatermarkLook,
    private readonly watcher: Watcher,
  ) {
    this.#move()
    this.#timer = setInterval(() => this.#move(), look.move_interval * 1000)
  }

  remove(): void {
    clearInterval(this.#timer)
    this.#observer.disconnect()
    this.#element?.remove()
  }

  #move(): void {
    const { left, top } = this.#place
    do {
      this.#place = { left: Math.random() * HIGHEST.left, top: Math.random() * HIGHEST.top }
    } while (Math.hypot(this.#place.left - left, this.#place.top - top) < LEAST_MOVE)
    this.#draw()
  }

  /** Draws it anew, so that nothing that was done to the old one stays. */
  #draw(): void {
    this.#observer.disconnect()
    this.#element?.remove()
    const element = this.#element = document.createElement('div')
    const { left, top } = this.#place
    element.className = 'vp-mark'
    element.slot = 'top-chrome'
    element.textContent = this.#text()
    element.setAttribute('aria-hidden', 'true')
    element.setAttribute('noautohide', '')
    element.style.opacity = String(this.look.opacity)
    // At the end of the way it stands with its own end there, and so never leaves the picture.
    element.style.left = `${left}%`
    element.style.top = `${top}%`
    element.style.translate = `${-left}% ${-top}%`
    this.root.append(element)
    this.#observer.observe(this.root, { childList: true })
    this.#observer.observe(element, { attributes: true, characterData: true, childList: true, subtree: true })
  }

  #putBack(changes: MutationRecord[]): void {
    const isGone = this.#element?.parentElement !== this.root
    // Other things come and go in the player as well.
    if (isGone || changes.some(({ target }) => target !== this.root)) this.#draw()
  }

  #text(): string {
    const time = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`
    const { id, ip } = this.watcher
    const values: Record<string, string> = { viewer_id: id, ip, time }
    return this.look.text.replace(/\{(viewer_id|ip|time)\}/g, (_, name: string) => values[name] ?? '').trim()
  }
}
