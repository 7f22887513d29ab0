/** The captcha of our own: the browser works a little, and the form may be sent. */

import type { Report, Task } from './worker'

interface Challenge extends Task {
  text: string
}

// Named in a way that the bundler leaves alone: the worker is an entry of its own.
const WORKER = 'captcha_worker.js'

class Captcha {
  readonly #form: HTMLFormElement
  readonly #answer: HTMLInputElement
  readonly #words: HTMLElement
  readonly #progress: HTMLProgressElement
  /** Whether the form goes as soon as there is an answer. */
  #isAwaited: boolean
  #isBroken = false

  constructor(
    readonly box: HTMLElement,
    readonly challenge: Challenge,
  ) {
    this.#form = box.closest('form')!
    this.#answer = box.querySelector('input')!
    this.#words = box.querySelector('[data-captcha-words]')!
    this.#progress = box.querySelector('progress')!
    this.#isAwaited = 'captchaSends' in box.dataset
    this.#form.addEventListener('submit', (event) => this.#hold(event))
    this.#progress.hidden = false
    this.#work()
  }

  #work(): void {
    const worker = new Worker(new URL(WORKER, import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Report>) => {
      this.#show(data.tried)
      if (data.found === undefined) return
      worker.terminate()
      this.#finish(data.found)
    }
    worker.onerror = () => {
      this.#isBroken = true
      this.#progress.hidden = true
      this.#words.textContent = 'Your browser cannot make this check. Try another one.'
    }
    worker.postMessage(this.challenge)
  }

  /** How likely it was to be done by now: it may take longer, and the bar never stands still. */
  #show(tried: number): void {
    this.#progress.value = 100 * (1 - Math.exp((-2 * tried) / 2 ** this.challenge.bits))
  }

  #finish(found: number): void {
    this.#answer.value = `${this.challenge.text}.${found}`
    this.#progress.value = 100
    this.#words.textContent = 'Checked.'
    if (this.#isAwaited) this.#form.requestSubmit()
  }

  /** Without an answer the form would come back: it waits for it instead. */
  #hold(event: Event): void {
    if (this.#answer.value || this.#isBroken) return
    event.preventDefault()
    this.#isAwaited = true
    this.#words.textContent = 'One moment, then it goes on by itself.'
  }
}

for (const box of document.querySelectorAll<HTMLElement>('[data-captcha]')) {
  new Captcha(box, JSON.parse(box.dataset.captcha!) as Challenge)
}
