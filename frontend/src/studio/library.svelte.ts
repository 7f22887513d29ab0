/** The owner's library: what is shown of it, what is selected, and what is done with that. */

import { SvelteSet } from 'svelte/reactivity'
import { pause } from '../player/status'
import { Refused, sentenceFor, type Api } from './api'
import type { LibraryConfig } from './config'
import {
  addressOf,
  API,
  isEverywhere,
  pathTo,
  queryOf,
  readWish,
  treeOf,
  type Contents,
  type Folder,
  type Listed,
  type Overview,
  type Row,
  type Tag,
  type Wish,
} from './library'
import { count } from './words'

const POLL_MS = 2000
const SEARCH_AFTER_MS = 400

/** What a deed is for. */
export interface Items {
  folders: number[]
  videos: number[]
}

export class Library {
  /** What somebody wants to see. */
  wish = $state.raw<Wish>(readWish(''))
  /** What `listed` is an answer to: what was wanted before, until the server has answered. */
  shown = $state.raw<Wish>(readWish(''))
  isLoading = $state(false)
  listed = $state<Listed>({ folders: [], videos: [], total: 0 })
  overview = $state.raw<Overview>({ folders: [], tags: [], used_bytes: 0, quota_bytes: null })
  /** Keys of rows: `folder-3`, `video-12`. */
  selected = new SvelteSet<string>()
  /** What is being dragged. */
  dragged = $state.raw<Items | null>(null)
  /** What happened last, for those who cannot see the page. */
  news = $state('')
  problem = $state('')

  readonly tree = $derived(treeOf(this.overview.folders))
  readonly path = $derived(pathTo(this.overview.folders, this.shown.folder))
  readonly isEverywhere = $derived(isEverywhere(this.shown))
  /** Rows that can be selected, in the order in which they stand. */
  readonly keys = $derived([
    ...(this.isEverywhere ? [] : this.listed.folders.map(({ id }) => `folder-${id}`)),
    ...this.listed.videos.map(({ id }) => `video-${id}`),
  ])
  readonly chosen = $derived(itemsOf([...this.selected]))
  readonly chosenRows = $derived(this.listed.videos.filter(({ id }) => this.selected.has(`video-${id}`)))

  #anchor: string | null = null
  #asked = 0
  #timer = 0
  #isFollowing = false

  constructor(
    private readonly api: Api,
    private readonly config: LibraryConfig,
  ) {
    this.wish = readWish(location.search)
    this.shown = this.wish
    this.listed = config.listed
    this.overview = config.overview
  }

  /** How many videos the list has on all of its pages. */
  get total(): number {
    return this.listed.total ?? this.listed.videos.length
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.total / this.config.rows_per_page))
  }

  /** Shows something else; a new entry of the browser's history. */
  async go(change: Partial<Wish>): Promise<void> {
    const isNextPage = Object.keys(change).join() === 'page'
    this.#keepSearch()
    this.wish = { ...this.wish, page: 1, ...change }
    history.pushState(null, '', addressOf(this.wish))
    await this.#load(!isNextPage)
  }

  /** Opens a folder, whatever was searched for. */
  open(folder: number | null): Promise<void> {
    return this.go({ folder, search: '', tag: '', status: '' })
  }

  /** Searches once nothing has been typed for a moment. */
  search(text: string): void {
    this.wish = { ...this.wish, search: text, page: 1 }
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      this.#keepSearch()
      void this.#load(true)
    }, SEARCH_AFTER_MS)
  }

  /** The browser went back or forth. */
  return(): void {
    clearTimeout(this.#timer)
    this.wish = readWish(location.search)
    void this.#load(true)
  }

  /** Selects or not; with `isRange` all from the one before. */
  select(key: string, isOn: boolean, isRange = false): void {
    const keys = this.keys
    const [from, to] = [keys.indexOf(this.#anchor ?? key), keys.indexOf(key)]
    const meant = isRange && from >= 0 ? keys.slice(Math.min(from, to), Math.max(from, to) + 1) : [key]
    for (const each of meant) {
      if (isOn) this.selected.add(each)
      else this.selected.delete(each)
    }
    if (!isRange) this.#anchor = key
  }

  selectAll(isOn: boolean): void {
    for (const key of this.keys) {
      if (isOn) this.selected.add(key)
      else this.selected.delete(key)
    }
  }

  /** What goes when somebody takes hold of the row: all that is selected, if it is. */
  heldBy(key: string): Items {
    return this.selected.has(key) ? this.chosen : itemsOf([key])
  }

  makeFolder(name: string): Promise<boolean> {
    const where = this.isEverywhere ? null : this.shown.folder
    const deed = () => this.api.post(`${API}/folders`, { name, parent_id: where })
    return this.#do(deed, `The folder ${name} is made`)
  }

  renameFolder(folder: Folder, name: string): Promise<boolean> {
    const deed = () => this.api.change(`${API}/folders/${folder.id}`, { name })
    return this.#do(deed, `The folder is called ${name} now`)
  }

  move(items: Items, target: number | null): Promise<boolean> {
    const name = pathTo(this.overview.folders, target).at(-1)?.name ?? 'All videos'
    const deed = () => this.api.post(`${API}/move`, { ...items, target })
    return this.#do(deed, `${sum(items)} moved to ${name}`)
  }

  remove(items: Items): Promise<boolean> {
    return this.#do(() => this.api.post(`${API}/delete`, items), `${sum(items)} deleted`)
  }

  contentsOf(folders: number[]): Promise<Contents> {
    return this.api.read<Contents>(`${API}/contents?folders=${folders.join()}`)
  }

  /** Puts tags of these names on the videos, and takes others off. */
  tag(videos: number[], names: string[], off: number[]): Promise<boolean> {
    const deed = async () => {
      if (names.length) await this.api.post<Tag[]>(`${API}/tag`, { videos, names })
      if (off.length) await this.api.post(`${API}/untag`, { videos, tags: off })
    }
    return this.#do(deed, `The tags of ${count(videos.length, 'video')} are saved`)
  }

  showTo(videos: number[], privacy: string): Promise<boolean> {
    const deed = () => this.api.post(`${API}/privacy`, { videos, privacy })
    return this.#do(deed, `${count(videos.length, 'video')} changed`)
  }

  async retry(row: Row): Promise<void> {
    this.problem = ''
    try {
      this.#take(await this.api.post<Row[]>(`${API}/videos/${row.id}/retry`))
      this.news = `The work on ${row.title} begins again`
    } catch (error) {
      this.problem = `${row.title}: ${sentenceFor(error)}`
    }
    void this.follow()
  }

  /** Asks how these videos are now. */
  async refresh(videos: number[]): Promise<void> {
    this.#take(await this.api.read<Row[]>(`${API}/rows?videos=${videos.join()}`))
  }

  /** Somebody has said something else about the video. */
  async edited(video: number): Promise<void> {
    try {
      await this.refresh([video])
      this.overview = await this.api.read<Overview>(`${API}/overview`)
    } catch (error) {
      this.problem = sentenceFor(error)
    }
  }

  /** Asks how everything is that is being made, as long as somebody looks on. */
  async follow(): Promise<void> {
    if (this.#isFollowing) return
    this.#isFollowing = true
    const open = () => this.listed.videos.filter(({ work }) => work.is_open).map(({ id }) => id)
    while (open().length) {
      await pause(POLL_MS)
      await visible()
      try {
        await this.refresh(open())
      } catch {
        // Asked again: the list itself tells what is wrong.
      }
    }
    this.#isFollowing = false
  }

  async #do(deed: () => Promise<unknown>, news: string): Promise<boolean> {
    this.problem = ''
    try {
      await deed()
      await this.#reload()
      this.news = news
      return true
    } catch (error) {
      this.problem = this.#sentence(error)
      return false
    }
  }

  async #reload(): Promise<void> {
    this.overview = await this.api.read<Overview>(`${API}/overview`)
    await this.#load(true)
  }

  /** The way back leads to what was typed, also when it was not asked for yet. */
  #keepSearch(): void {
    clearTimeout(this.#timer)
    history.replaceState(null, '', addressOf(this.wish))
  }

  async #load(isCounted: boolean): Promise<void> {
    const number = ++this.#asked
    const { wish } = this
    this.isLoading = true
    const counted = isCounted ? '' : '&counted=no'
    try {
      const listed = await this.api.read<Listed>(`${API}?${queryOf(wish)}${counted}`)
      if (number !== this.#asked) return
      const total = listed.total ?? this.listed.total
      this.listed = { ...listed, total }
      this.shown = wish
      this.isLoading = false
      if (!listed.videos.length && wish.page > this.pages) return await this.go({ page: this.pages })
    } catch (error) {
      if (number !== this.#asked) return
      this.problem = this.#sentence(error)
      this.isLoading = false
      return
    }
    const known = new Set(this.keys)
    for (const key of [...this.selected]) if (!known.has(key)) this.selected.delete(key)
    if (this.isEverywhere) this.news = `${count(this.total, 'video')} found`
    void this.follow()
  }

  #take(rows: Row[]): void {
    const told = new Map(rows.map((row) => [row.id, row]))
    for (const [place, row] of this.listed.videos.entries()) {
      const now = told.get(row.id)
      if (!now) continue
      if (row.work.is_open && !now.work.is_open) this.news = `${now.title}: ${now.work.state}`
      this.listed.videos[place] = now
    }
  }

  /** With the name of the item that is to blame, where there is one. */
  #sentence(error: unknown): string {
    if (!(error instanceof Refused) || !error.item) return sentenceFor(error)
    const { kind, ref } = error.item
    const name =
      kind === 'video'
        ? this.listed.videos.find(({ id }) => String(id) === ref)?.title
        : this.overview.folders.find(({ id }) => String(id) === ref)?.name
    if (!name) return error.sentence
    const why = error.status === 404 ? 'It is not there any more.' : error.sentence
    return `${name}: ${why} Nothing was changed. Load the page again to see how it is.`
  }
}

function itemsOf(keys: string[]): Items {
  const numbers = (kind: string) =>
    keys.filter((key) => key.startsWith(kind)).map((key) => Number(key.slice(kind.length)))
  return { folders: numbers('folder-'), videos: numbers('video-') }
}

/** `2 folders and 3 videos`. */
export function sum({ folders, videos }: Items): string {
  const parts = [folders.length && count(folders.length, 'folder'), videos.length && count(videos.length, 'video')]
  return parts.filter(Boolean).join(' and ')
}

function visible(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden) return
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    look()
  })
}
