/** Captions with their own styles (ASS): drawn over the picture in place of the browser's. */

import type ASS from 'assjs'

import { withKnownFonts } from './fonts'
import type { Player } from './player'
import { shownCaptions } from './settings'

const LONGEST = 10_000_000

/**
 * Draws the shown captions with their styles, where they have any. Nothing of that is loaded
 * before such captions are chosen; until it is there, and when it cannot be had, the browser
 * shows the plain text.
 */
export function followStyles(player: Player): void {
  const { video, root } = player
  let wanted: string | null = null
  let drawn: Drawing | null = null

  const change = async (): Promise<void> => {
    const source = styledSource(player)
    if (source === wanted) return
    wanted = source
    drawn?.remove()
    drawn = null
    root.classList.remove('is-styled')
    const made = source && (await draw(video, source).catch(() => null))
    if (!made) return
    if (wanted !== source) return made.remove()
    drawn = made
    root.classList.add('is-styled')
  }
  video.textTracks.addEventListener('change', () => void change())
  void change()
}

class Drawing {
  constructor(
    private readonly place: HTMLElement,
    private readonly ass: ASS,
  ) {}

  remove(): void {
    this.ass.destroy()
    this.place.remove()
  }
}

function styledSource({ video, config }: Player): string | null {
  const shown = shownCaptions(video)
  const tag = [...video.querySelectorAll('track')].find(({ track }) => track === shown)
  const caption = tag && config.captions.find(({ src }) => src === tag.getAttribute('src'))
  return caption?.styled ?? null
}

async function draw(video: HTMLVideoElement, source: string): Promise<Drawing | null> {
  const [{ default: Renderer }, text] = await Promise.all([import('assjs'), load(source)])
  // Where lines belong is reckoned from the size of the picture.
  while (!video.videoWidth) await once(video, 'loadedmetadata')
  const place = document.createElement('div')
  place.className = 'vp-styled'
  place.slot = 'media'
  video.after(place)
  const drawing = new Drawing(place, new Renderer(withKnownFonts(text), video, { container: place }))
  // It begins to follow the picture when that begins to move, which may have been before.
  if (!video.paused) video.dispatchEvent(new Event('playing'))
  return drawing
}

async function load(source: string): Promise<string> {
  const answer = await fetch(source)
  if (!answer.ok) throw new Error(`captions: ${answer.status}`)
  const text = await answer.text()
  if (text.length > LONGEST) throw new Error('captions: too long')
  return text
}

function once(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => target.addEventListener(name, () => resolve(), { once: true }))
}
