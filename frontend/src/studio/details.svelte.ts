/** What somebody says about a video, saved as they type. */

import { Refused, sentenceFor, type Api } from './api'

const PAUSE_BEFORE_SAVING_MS = 500

/** As the server reads and writes them. */
export interface Fields {
  title: string
  description: string
  tags: string[]
  channel_id: number | null
  privacy: string
  language: string | null
  /** Null for the owner's default. */
  preset_id: number | null
  /** Sites that show the video; empty for all of them. */
  allowed_domains: string[]
}

export class Details {
  title = $state('')
  description = $state('')
  tags = $state('')
  channel = $state('')
  privacy = $state('')
  language = $state('')
  preset = $state('')
  /** One on each line. */
  domains = $state('')
  /** Empty as long as nothing was typed. */
  note = $state('')
  isWrong = $state(false)

  #address: string | null = null
  #saved: Fields
  #timer = 0
  #saving: Promise<void> | null = null

  constructor(
    private readonly api: Api,
    fields: Fields,
    private readonly usualChannel: string,
  ) {
    this.#saved = fields
    this.#show(fields)
  }

  /** From now on the server knows the upload, at this address. */
  open(address: string): void {
    this.#address = address
    if (this.#changes()) this.touch()
  }

  /** Takes over what the server says, unless somebody is typing. */
  refresh(fields: Fields): void {
    if (this.#changes()) return
    this.#saved = fields
    this.#show(fields)
  }

  /** Something was typed. */
  touch(): void {
    this.isWrong = false
    this.note = this.#changes() ? 'Saving…' : this.note && 'Saved'
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.save(), PAUSE_BEFORE_SAVING_MS)
  }

  /** Resolves when all that was typed is saved, or could not be. */
  save(): Promise<void> {
    return (this.#saving ??= this.#save().finally(() => (this.#saving = null)))
  }

  async #save(): Promise<void> {
    for (let changes = this.#changes(); changes && this.#address; changes = this.#changes()) {
      try {
        await this.api.change(this.#address, changes)
        this.#saved = { ...this.#saved, ...changes }
        this.#told(this.#changes() ? 'Saving…' : 'Saved', false)
      } catch (error) {
        const what = error instanceof Refused ? error.sentence : sentenceFor(error)
        this.#told(`Not saved. ${what}`, true)
        return
      }
    }
  }

  /** Sends what is not saved yet while the page is being left. */
  flush(): void {
    const changes = this.#changes()
    if (changes && this.#address) {
      void this.api.change(this.#address, changes, true).catch(() => undefined)
    }
  }

  get #typed(): Fields {
    return {
      title: this.title.trim(),
      description: this.description.trim(),
      tags: this.tags.split(',').map((tag) => tag.trim()).filter(Boolean),
      channel_id: Number(this.channel) || null,
      privacy: this.privacy,
      language: this.language || null,
      preset_id: Number(this.preset) || null,
      allowed_domains: this.domains.split(/\s+/).filter(Boolean),
    }
  }

  #changes(): Partial<Fields> | null {
    const typed = this.#typed
    const saved = { ...this.#saved, channel_id: this.#saved.channel_id ?? Number(this.usualChannel) }
    const changed = (Object.keys(typed) as (keyof Fields)[]).filter(
      (name) => JSON.stringify(typed[name]) !== JSON.stringify(saved[name]),
    )
    if (!changed.length) return null
    return Object.fromEntries(changed.map((name) => [name, typed[name]])) as Partial<Fields>
  }

  #show(fields: Fields): void {
    this.title = fields.title
    this.description = fields.description
    this.tags = fields.tags.join(', ')
    this.channel = String(fields.channel_id ?? this.usualChannel)
    this.privacy = fields.privacy
    this.language = fields.language ?? ''
    this.preset = String(fields.preset_id ?? '')
    this.domains = fields.allowed_domains.join('\n')
  }

  #told(note: string, isWrong: boolean): void {
    this.note = note
    this.isWrong = isWrong
  }
}
