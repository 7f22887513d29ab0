/** Captions of a video as the server tells of them. */

export interface Caption {
  name: string
  label: string
  language: string
  is_default: boolean
  is_automatic: boolean
  /** What was not added came with the file. */
  is_added: boolean
}

/** A translation that is under way, or why it failed. */
export interface Translating {
  language: string
  label: string
  percent: number
  failure: string | null
}

export interface Captions {
  captions: Caption[]
  translations: Translating[]
  /** Whether somebody translates on this server. */
  translates: boolean
}

export function isUnderWay({ translations }: Captions): boolean {
  return translations.some(({ failure }) => failure === null)
}

/** Where a caption is from, for people. */
export function originOf(caption: Caption): string {
  if (!caption.is_added) return 'in the file'
  return caption.is_automatic ? 'by a machine' : 'added'
}
