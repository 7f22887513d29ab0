/** What a page tells the player about one video. Field names are those of the page's JSON. */

import type { Look, Watcher } from './look'

export interface CaptionSource {
  src: string
  srclang: string
  label: string
  /** Address of the same text as ASS, where it has styles. */
  styled?: string | null
  /** Shown to who has not chosen any. */
  is_default?: boolean
}

/** What is posted while the video plays: to `target`, `per_minute` times a minute. */
export interface Beat {
  target: string
  per_minute: number
  /** Of the page's query, this value is sent as `field_name`. */
  query_name: string
  field_name: string
  /** Our own server sends it on, and knows where to by this number. */
  relay_id: number | null
}

/** Files that viewers may save of one quality. */
export interface Savable {
  label: string
  files: { kind: string; src: string }[]
}

export interface PlayerConfig {
  /** Address of the multivariant playlist; with a `gate`, that gives it. */
  hls: string
  /** It is no playlist but a file that browsers play by themselves. */
  isFile?: boolean
  /** What lets an encrypted stream be played, asked when somebody plays. */
  gate?: string | null
  look?: Look | null
  /** Who watches, where a watermark says so. */
  viewer?: Watcher | null
  title: string
  poster?: string | null
  captions: CaptionSource[]
  chapters?: string | null
  storyboard?: string | null
  /** Shown before anything is loaded; null when nobody knows it yet. */
  duration_s?: number | null
  live?: boolean
  /** Where to ask how the encoding goes; null once everything is made. */
  status?: string | null
  video?: string
  /** Where to tell how far somebody is; null where nobody asks. */
  views?: string | null
  /** Under what name the browser keeps how far somebody watched; null to keep nothing. */
  remembers_as?: string | null
  /** Asked now and then while the page is open, so that its cookies do not run out. */
  keep_alive?: string | null
  saves?: Savable[]
  beats?: Beat[]
}

/** Reads the JSON that the page carries, or null when `within` carries none. */
export function readConfig(within: ParentNode): PlayerConfig | null {
  const text = within.querySelector('script[data-player-config]')?.textContent
  return text ? (JSON.parse(text) as PlayerConfig) : null
}
