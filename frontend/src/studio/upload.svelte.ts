/** One file on its way to being a video that everybody can watch in every quality. */

import type { Upload as Transfer } from 'tus-js-client'
import { followStatus, isOpen, type Status } from '../player/status'
import { patiently, Refused, sentenceFor, type Api } from './api'
import { Details, type Fields } from './details.svelte'
import { Speed } from './speed'
import { thumbnailOf } from './thumbnail'
import { announce, transferOf } from './transfer'

export const ENDPOINT = '/studio/uploads'
export const UPLOADS = '/studio/api/uploads'

/**
 * `fileless`: the server has a part, and the browser has not the file any more. `failed` may be
 * tried again.
 */
export type Stage =
  | 'announcing'
  | 'waiting'
  | 'sending'
  | 'paused'
  | 'fileless'
  | 'finishing'
  | 'preparing'
  | 'watchable'
  | 'complete'
  | 'failed'
  | 'canceled'

/** An upload as the server tells of it. */
export interface Told {
  id: string
  address: string
  filename: string
  size_bytes: number | null
  received_bytes: number
  state: 'receiving' | 'finishing' | 'done' | 'failed'
  failure: string | null
  expires_at: string
  fields: Fields
  video: { path: string; status: string } | null
}

let last = 0

export class Upload {
  readonly key = ++last
  readonly name: string
  readonly size: number
  readonly details: Details
  stage = $state<Stage>('announcing')
  sent = $state(0)
  rate = $state(0)
  problem = $state('')
  /** Whether it helps to choose the very same thing again. */
  canRetry = $state(true)
  picture = $state<string | null>(null)
  status = $state<Status | null>(null)
  path = $state<string | null>(null)

  #file: File | null = null
  #address: string | null = null
  #transfer: Transfer | null = null
  #speed = new Speed()

  /** `onChange` is called whenever the stage changes. */
  constructor(
    private readonly api: Api,
    source: File | Told,
    fields: Fields,
    usualChannel: string,
    private readonly folder: number | null,
    private readonly onChange: (upload: Upload) => void,
  ) {
    this.details = new Details(api, fields, usualChannel)
    this.name = source instanceof File ? source.name : source.filename
    this.size = source instanceof File ? source.size : (source.size_bytes ?? 0)
    if (source instanceof File) this.#take(source)
    else this.#recall(source)
  }

  get isAtWork(): boolean {
    return ['announcing', 'waiting', 'sending', 'paused', 'finishing'].includes(this.stage)
  }

  /** Seconds until all bytes are there; null while nobody can tell. */
  get secondsLeft(): number | null {
    return this.rate > 0 ? (this.size - this.sent) / this.rate : null
  }

  /** Whether `file` is the one that this upload waits for, as far as anybody can tell. */
  awaits(file: File): boolean {
    return this.stage === 'fileless' && file.name === this.name && file.size === this.size
  }

  /** Goes on with the file that the tab was closed upon. */
  resumeWith(file: File): void {
    if (!this.awaits(file)) {
      this.problem = `This is another file. Choose ${this.name} again.`
      return
    }
    this.#take(file)
    this.#become('waiting')
  }

  /** Tells the server of the file, so that there is a place for its bytes and its details. */
  async announce(): Promise<void> {
    if (!this.#file) return
    this.#become('announcing')
    try {
      const title = this.details.title.trim() || this.name
      const file = this.#file
      this.#open(await patiently(() => announce(this.api, ENDPOINT, file, title, this.folder)))
      if (this.stage === 'announcing') this.#become('waiting')
      if (this.stage === 'canceled') await this.#forget()
    } catch (error) {
      this.#fail(error)
    }
  }

  send(): void {
    if (this.stage !== 'waiting' || !this.#file || !this.#address) return
    this.#speed.reset()
    this.#transfer ??= transferOf(this.#file, this.#address, this.api, {
      onSent: (bytes) => this.#note(bytes),
      onDone: () => void this.finish(),
      onFailed: (sentence, isGone) => (isGone ? this.#lose() : this.#stop(sentence, true)),
    })
    this.#become('sending')
    this.#transfer.start()
  }

  async pause(): Promise<void> {
    await this.#transfer?.abort()
    this.rate = 0
    this.#become('paused')
  }

  resume(): void {
    this.#become('waiting')
  }

  /** Tries again what failed: telling, sending, or making the video. */
  retry(): void {
    if (!this.#address) void this.announce()
    else if (this.sent >= this.size) void this.finish()
    else if (this.#file) this.#become('waiting')
    else this.#become('fileless')
  }

  /** Ends it; the server forgets the bytes. */
  async cancel(): Promise<void> {
    await this.#transfer?.abort()
    try {
      await this.#forget()
      this.#become('canceled')
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Has the video made, and looks on. */
  async finish(): Promise<void> {
    const address = this.#address
    if (!address) return
    this.sent = this.size
    this.rate = 0
    this.#become('finishing')
    try {
      const ask = { method: 'POST' }
      const response = await patiently(() => this.api.send(`${address}/finalize`, ask))
      await this.#follow((await response.json()) as Told)
    } catch (error) {
      this.#fail(error)
    }
  }

  async #follow(told: Told): Promise<void> {
    this.details.refresh(told.fields)
    if (!told.video) return
    this.path = told.video.path
    this.#become('preparing')
    await followStatus(told.video.status, (status) => {
      this.#look(status)
      return false
    })
  }

  #look(status: Status): void {
    this.status = status
    const now =
      status.state === 'failed'
        ? 'failed'
        : !isOpen(status)
          ? 'complete'
          : status.watchable
            ? 'watchable'
            : 'preparing'
    if (now === 'failed') this.#stop(status.message ?? 'The video could not be prepared.', false)
    else if (now !== this.stage) this.#become(now)
  }

  /** An upload of an earlier visit. */
  #recall(told: Told): void {
    this.sent = told.received_bytes
    this.#open(told.address)
    if (told.state === 'done') void this.#see(told.id)
    else if (told.state === 'failed') this.#stop(told.failure ?? 'No video came of it.', true)
    else if (this.size && this.sent === this.size) queueMicrotask(() => void this.finish())
    else this.stage = 'fileless'
  }

  async #see(id: string): Promise<void> {
    this.stage = 'preparing'
    try {
      await this.#follow(await this.api.read<Told>(`${UPLOADS}/${id}`))
    } catch (error) {
      this.#fail(error)
    }
  }

  #take(file: File): void {
    this.#file = file
    this.problem = ''
    void thumbnailOf(file).then((picture) => (this.picture = picture))
  }

  #open(address: string): void {
    this.#address = address
    this.details.open(`${UPLOADS}/${address.split('/').at(-1)}`)
  }

  #note(bytes: number): void {
    if (this.stage !== 'sending') return
    this.sent = bytes
    this.#speed.note(bytes)
    this.rate = this.#speed.bytesPerSecond
  }

  async #forget(): Promise<void> {
    const address = this.#address
    if (!address) return
    const ask = { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }
    try {
      // Bytes that are on their way hold it for a moment.
      await patiently(() => this.api.send(address, ask))
    } catch (error) {
      const isGone = error instanceof Refused && (error.status === 404 || error.status === 410)
      if (!isGone) throw error
    }
  }

  /** The server has nothing of it any more. */
  #lose(): void {
    this.#address = null
    this.#transfer = null
    this.sent = 0
    this.#stop('The server kept this upload no longer. Press Retry to start it again.', true)
  }

  #fail(error: unknown): void {
    this.#stop(sentenceFor(error), true)
  }

  #stop(sentence: string, canRetry: boolean): void {
    this.problem = sentence
    this.canRetry = canRetry
    this.rate = 0
    this.#become('failed')
  }

  #become(stage: Stage): void {
    if (stage !== 'failed') this.problem = ''
    this.stage = stage
    this.onChange(this)
  }
}
