/** How a player looks: the colour, the logo, the controls and the watermark of a preset. */

import { luminance } from './contrast'
import { RATES } from './options'
import { Watermark, type WatermarkLook } from './watermark'

export interface Controls {
  play: boolean
  volume: boolean
  quality: boolean
  speed: boolean
  subtitles: boolean
  pip: boolean
  fullscreen: boolean
}

export interface Look {
  /** `#rrggbb`, readable on the control bar. */
  primary_color: string
  /** Empty for no logo. */
  logo_url: string
  /** Where the logo leads to; empty for nowhere. */
  logo_link: string
  logo_position: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'
  autoplay: boolean
  muted: boolean
  loop: boolean
  controls: Controls
  playback_rates: number[]
  /** `auto`, or the height to begin with, such as `720p`. */
  default_quality: string
  default_subtitle_language: string
  watermark: WatermarkLook
}

/** Who watches, as watermarks say it. */
export interface Watcher {
  id: string
  ip: string
}

const NOBODY: Watcher = { id: '', ip: '' }
// Lighter colours differ more from black than from white.
const LIGHT = 0.179

const marks = new WeakMap<HTMLElement, Watermark>()

/**
 * Gives the player at `root` a look. It may be called again at any time: the last look counts.
 * How a video begins (autoplay, quality, captions) is for the player that is made, not here.
 */
export function applyLook(root: HTMLElement, look: Look, watcher: Watcher | null = NOBODY): void {
  root.style.setProperty('--vp-accent', look.primary_color)
  root.style.setProperty('--vp-accent-ink', inkOn(look.primary_color))
  hideControls(root, look.controls)
  root
    .querySelector('media-playback-rate-menu')
    ?.setAttribute('rates', look.playback_rates.join(' '))
  putLogo(root, look)
  marks.get(root)?.remove()
  marks.delete(root)
  if (look.watermark.enabled) marks.set(root, new Watermark(root, look.watermark, watcher ?? NOBODY))
}

/** The speeds that menus and keys offer. */
export function ratesOf(look: Look | null | undefined): number[] {
  return look?.playback_rates ?? RATES
}

/** Whether the player has that control, and its keys. */
export function hasControl(look: Look | null | undefined, control: keyof Controls): boolean {
  return look?.controls[control] ?? true
}

function hideControls(root: HTMLElement, controls: Controls): void {
  const hidden = Object.entries(controls).filter(([, isThere]) => !isThere)
  root.dataset.without = hidden.map(([name]) => name).join(' ')
  // Pressing the picture plays and pauses it.
  root.toggleAttribute('gesturesdisabled', !controls.play)
  const video = root.querySelector('video')
  if (video) video.disablePictureInPicture = !controls.pip
}

function putLogo(root: HTMLElement, look: Look): void {
  root.querySelector('.vp-logo')?.remove()
  if (!look.logo_url) return
  const image = document.createElement('img')
  image.referrerPolicy = 'no-referrer'
  image.alt = look.logo_link && hostOf(look.logo_link)
  image.src = look.logo_url
  const logo = document.createElement(look.logo_link ? 'a' : 'span')
  logo.className = 'vp-logo'
  logo.slot = 'top-chrome'
  logo.dataset.corner = look.logo_position
  logo.setAttribute('noautohide', '')
  if (logo instanceof HTMLAnchorElement) {
    Object.assign(logo, { href: look.logo_link, target: '_blank', rel: 'noopener noreferrer' })
  }
  logo.append(image)
  root.append(logo)
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

/** Black or white, whichever is easier to read on `color`. */
function inkOn(color: string): string {
  return luminance(color) > LIGHT ? '#000' : '#fff'
}
