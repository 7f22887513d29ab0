/** What the server has written into the page for its script. */

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

export interface UploadConfig extends StudioConfig {
  languages: Choice[]
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
