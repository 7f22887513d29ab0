/** All files of the page: which of them are sent now, and how far they are together. */

import type { Api } from './api'
import type { UploadConfig } from './config'
import { Upload, UPLOADS, type Stage, type Told } from './upload.svelte'
import { stem } from './words'

const SIDE_BY_SIDE = 2

const NEWS: Partial<Record<Stage, string>> = {
  sending: 'is being uploaded',
  paused: 'is paused',
  finishing: 'is uploaded',
  preparing: 'is being prepared',
  watchable: 'is watchable',
  complete: 'is ready in all qualities',
  canceled: 'is canceled',
}

export class Uploads {
  all = $state<Upload[]>([])
  /** What happened last, for those who cannot see the page. */
  news = $state('')
  problem = $state('')
  #recalled: Promise<void> | null = null

  constructor(
    private readonly api: Api,
    private readonly config: UploadConfig,
  ) {}

  /** Files that are on their way, as a share of all of those: 0 to 100; null without any. */
  get percent(): number | null {
    const underWay = this.all.filter((upload) => upload.isAtWork)
    const total = underWay.reduce((sum, upload) => sum + upload.size, 0)
    if (!total) return null
    return Math.floor((100 * underWay.reduce((sum, upload) => sum + upload.sent, 0)) / total)
  }

  get isAtWork(): boolean {
    return this.all.some((upload) => upload.isAtWork)
  }

  /** Shows what earlier visits left, once however often it is called. */
  recall(): Promise<void> {
    return (this.#recalled ??= this.#recall())
  }

  async #recall(): Promise<void> {
    try {
      const told = await this.api.read<Told[]>(UPLOADS)
      this.all.push(...told.map((one) => this.#made(one, one.fields)))
    } catch {
      this.problem = 'Uploads of earlier visits could not be listed. Load the page again.'
    }
  }

  /** Takes files in; those that an upload waits for go on where they were. */
  async add(files: Iterable<File>): Promise<void> {
    const chosen = [...files]
    // Whether a file is one of those is known by then, and none that begins now is listed twice.
    await this.recall()
    const fresh: Upload[] = []
    for (const file of chosen) {
      const waiting = this.all.find((upload) => upload.awaits(file))
      if (waiting) waiting.resumeWith(file)
      else fresh.push(this.#made(file, this.#usualFields(file)))
    }
    this.all.unshift(...fresh)
    // One after another, so that the server lists them in this order.
    for (const upload of fresh) await upload.announce()
  }

  /** Saves what was typed last while the page is being left. */
  flush(): void {
    for (const upload of this.all) upload.details.flush()
  }

  #made(source: File | Told, fields: Told['fields']): Upload {
    const usual = this.config.channels[0]?.value ?? ''
    const { folder_id: folder } = this.config
    return new Upload(this.api, source, fields, usual, folder, (upload) => this.#changed(upload))
  }

  #changed(upload: Upload): void {
    const news = upload.stage === 'failed' ? `failed: ${upload.problem}` : NEWS[upload.stage]
    if (news) this.news = `${upload.name} ${news}`
    if (upload.stage === 'canceled') this.all = this.all.filter((one) => one !== upload)
    this.#sendNext()
  }

  #sendNext(): void {
    const sending = this.all.filter((upload) => upload.stage === 'sending').length
    const waiting = this.all.filter((upload) => upload.stage === 'waiting')
    // The newest stand first, but who came first is served first.
    waiting.sort((one, other) => one.key - other.key)
    for (const upload of waiting.slice(0, Math.max(0, SIDE_BY_SIDE - sending))) upload.send()
  }

  #usualFields(file: File): Told['fields'] {
    return {
      title: stem(file.name),
      description: '',
      tags: [],
      channel_id: null,
      privacy: this.config.usual_privacy,
      language: null,
      preset_id: null,
      allowed_domains: [],
    }
  }
}
