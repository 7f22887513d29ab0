/** What the server has written into the page for its script. */

import type { Listed, Overview } from './library'

export interface Choice {
  value: string
  label: string
}

export interface StudioConfig {
  /** Shows that a request comes from this very page. */
  form_token: string
  /** The first channel is the usual one. */
  channels: Choice[]
  privacies: Choice[]
  usual_privacy: string
}

/** What the form of a video's details offers. */
export interface DetailsConfig extends StudioConfig {
  languages: Choice[]
  presets: Choice[]
}

export interface UploadConfig extends DetailsConfig {
  /** Where the videos go; null is the top of the library. */
  folder_id: number | null
}

export interface LibraryConfig extends DetailsConfig {
  public_url: string
  rows_per_page: number
  sorts: Record<string, string>
  statuses: Record<string, string>
  listed: Listed
  overview: Overview
}

export interface ImportConfig extends StudioConfig {
  offered: { urls: boolean; sites: boolean; torrents: boolean }
  is_offered: boolean
}

/** Raises when the page is none of the studio's. */
export function readConfig<T extends StudioConfig>(): T {
  const text = document.querySelector('[data-studio]')?.textContent
  if (!text) throw new Error('this page has no studio')
  return JSON.parse(text) as T
}

/** The place of the app, emptied of the form that works without scripts. */
export function clearedPlace(): HTMLElement {
  const place = document.querySelector<HTMLElement>('[data-app]')
  if (!place) throw new Error('this page has no place for an app')
  place.replaceChildren()
  return place
}
