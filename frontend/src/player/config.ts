/** What a page tells the player about one video. Field names are those of the page's JSON. */

export interface CaptionSource {
  src: string
  srclang: string
  label: string
}

export interface PlayerConfig {
  /** Address of the multivariant playlist. */
  hls: string
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
}

/** Reads the JSON that the page carries, or null when `within` carries none. */
export function readConfig(within: ParentNode): PlayerConfig | null {
  const text = within.querySelector('script[data-player-config]')?.textContent
  return text ? (JSON.parse(text) as PlayerConfig) : null
}
