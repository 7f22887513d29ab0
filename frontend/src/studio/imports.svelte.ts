/** What the server fetches for somebody, asked again as long as something is under way. */

import { pause } from '../player/status'
import { sentenceFor, type Api } from './api'

const IMPORTS = '/studio/api/imports'
const POLL_MS = 2000

export interface Import {
  id: number
  name: string
  source: string
  state: string
  percent: number | null
  received_bytes: number
  total_bytes: number | null
  failure: string | null
  is_active: boolean
  can_cancel: boolean
  can_retry: boolean
  video: string | null
}

export interface Refusal {
  address: string
  sentence: string
}

export class Imports {
  all = $state<Import[]>([])
  isKnown = $state(false)
  /** What happened last, for those who cannot see the page. */
  news = $state('')
  problem = $state('')
  #isPolling = false
  /** How often somebody has changed something: an answer to what was asked before that is old. */
  #deeds = 0

  constructor(private readonly api: Api) {}

  /** Asks how everything is, until nothing is under way any more. */
  async follow(): Promise<void> {
    if (this.#isPolling) return
    this.#isPolling = true
    try {
      for (;;) {
        const deeds = this.#deeds
        const told = await this.api.read<Import[]>(IMPORTS)
        if (deeds !== this.#deeds) continue
        this.#show(told)
        if (!this.all.some((one) => one.is_active)) return
        await pause(POLL_MS)
      }
    } catch (error) {
      this.problem = sentenceFor(error)
    } finally {
      this.#isPolling = false
    }
  }

  /** Asks for imports. Returns those that are refused, with the reason. */
  async ask(form: FormData): Promise<Refusal[]> {
    this.problem = ''
    try {
      const response = await this.api.send(IMPORTS, { method: 'POST', body: form })
      const told = (await response.json()) as { accepted: Import[]; refused: Refusal[] }
      this.#deeds += 1
      const fresh = told.accepted.reverse()
      const isFresh = new Set(fresh.map(({ id }) => id))
      this.all = [...fresh, ...this.all.filter(({ id }) => !isFresh.has(id))]
      void this.follow()
      return told.refused
    } catch (error) {
      return [{ address: '', sentence: sentenceFor(error) }]
    }
  }

  cancel(one: Import): Promise<void> {
    return this.#steer(`${IMPORTS}/${one.id}/cancel`, 'POST')
  }

  retry(one: Import): Promise<void> {
    return this.#steer(`${IMPORTS}/${one.id}/retry`, 'POST')
  }

  remove(one: Import): Promise<void> {
    return this.#steer(`${IMPORTS}/${one.id}`, 'DELETE')
  }

  async #steer(path: string, method: string): Promise<void> {
    this.problem = ''
    try {
      const response = await this.api.send(path, { method })
      this.#deeds += 1
      this.#show((await response.json()) as Import[])
      void this.follow()
    } catch (error) {
      this.problem = sentenceFor(error)
    }
  }

  #show(told: Import[]): void {
    const before = new Map(this.all.map((one) => [one.id, one.state]))
    const changed = told.filter((one) => before.has(one.id) && before.get(one.id) !== one.state)
    const words: Record<string, string> = { done: 'is imported', failed: 'failed', canceled: 'is canceled' }
    const [first] = changed.filter((one) => words[one.state])
    if (first) this.news = `${first.name} ${words[first.state]}`
    this.all = told
    this.isKnown = true
  }
}
