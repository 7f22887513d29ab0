/** The controls around the picture: media-chrome's elements, arranged. */

import 'media-chrome/dist/media-controller.js'
import 'media-chrome/dist/media-control-bar.js'
import 'media-chrome/dist/media-play-button.js'
import 'media-chrome/dist/media-mute-button.js'
import 'media-chrome/dist/media-volume-range.js'
import 'media-chrome/dist/media-time-range.js'
import 'media-chrome/dist/media-time-display.js'
import 'media-chrome/dist/media-captions-button.js'
import 'media-chrome/dist/media-fullscreen-button.js'
import 'media-chrome/dist/media-pip-button.js'
import 'media-chrome/dist/media-airplay-button.js'
import 'media-chrome/dist/media-live-button.js'
import 'media-chrome/dist/media-loading-indicator.js'
import 'media-chrome/dist/media-poster-image.js'
import 'media-chrome/dist/media-preview-thumbnail.js'
import 'media-chrome/dist/media-preview-time-display.js'
import 'media-chrome/dist/media-preview-chapter-display.js'
import 'media-chrome/dist/menu/media-settings-menu.js'
import 'media-chrome/dist/menu/media-settings-menu-item.js'
import 'media-chrome/dist/menu/media-settings-menu-button.js'
import 'media-chrome/dist/menu/media-rendition-menu.js'
import 'media-chrome/dist/menu/media-audio-track-menu.js'
import 'media-chrome/dist/menu/media-captions-menu.js'
import 'media-chrome/dist/menu/media-playback-rate-menu.js'

import type MediaController from 'media-chrome/dist/media-controller.js'

import type { PlayerConfig } from './config'
import { ratesOf } from './look'

/** The element that holds picture and controls; the video goes into its `media` slot. */
export function buildControls(config: PlayerConfig, withControls: boolean): HTMLElement {
  const root = document.createElement('media-controller')
  root.className = 'vp'
  root.setAttribute('aria-label', config.title)
  root.setAttribute('defaultstreamtype', config.live ? 'live' : 'on-demand')
  if (config.duration_s) root.setAttribute('defaultduration', String(config.duration_s))
  // settings.ts remembers, for every choice in one place. Keys are in keyboard.ts.
  for (const name of ['nohotkeys', 'novolumepref', 'nomutedpref', 'nosubtitleslangpref']) {
    root.setAttribute(name, '')
  }
  root.innerHTML = overlay() + (withControls ? menu(config) + bar(config) : '')
  if (config.poster) root.prepend(poster(config.poster))
  return root
}

/** Repairs after the elements have upgraded; call it once they stand in the document. */
export function finishControls(root: HTMLElement): void {
  // media-chrome sets aria-checked, which a plain button must not have.
  root.querySelector('media-captions-button')?.setAttribute('role', 'switch')
  keepOpenMenus(root as MediaController)
}

/**
 * A menu draws all its entries anew for every change, of the picture's size even. The one with
 * the focus takes it along and the menu closes. So what changes while it is open is told to it
 * when it closes.
 */
function keepOpenMenus(root: MediaController): void {
  root.addEventListener('toggle', (event) => {
    const menu = event.target as HTMLElement
    if (menu.hidden) root.registerMediaStateReceiver(menu)
    else root.unregisterMediaStateReceiver(menu)
  })
}

function poster(src: string): HTMLElement {
  const image = document.createElement('media-poster-image')
  image.slot = 'poster'
  image.setAttribute('src', src)
  return image
}

function overlay(): string {
  return `
    <media-play-button slot="centered-chrome" class="vp-big" notooltip></media-play-button>
    <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
    <div slot="centered-chrome" class="vp-message" role="alert" hidden>
      <p></p><button type="button">Try again</button>
    </div>`
}

function menu({ look }: PlayerConfig): string {
  return `
    <media-settings-menu hidden anchor="auto">
      ${menuItem('Quality', 'media-rendition-menu')}
      ${menuItem('Speed', 'media-playback-rate-menu', `rates="${ratesOf(look).join(' ')}"`)}
      ${menuItem('Audio', 'media-audio-track-menu')}
      ${menuItem('Captions', 'media-captions-menu')}
    </media-settings-menu>`
}

function menuItem(title: string, element: string, attributes = ''): string {
  return `
    <media-settings-menu-item class="vp-item-${title.toLowerCase()}">${title}
      <${element} slot="submenu" hidden ${attributes}><div slot="title">${title}</div></${element}>
    </media-settings-menu-item>`
}

function bar(config: PlayerConfig): string {
  return `
    <media-control-bar class="vp-range">
      <media-time-range>
        <media-preview-thumbnail slot="preview"></media-preview-thumbnail>
        <media-preview-chapter-display slot="preview"></media-preview-chapter-display>
        <media-preview-time-display slot="preview"></media-preview-time-display>
      </media-time-range>
    </media-control-bar>
    <media-control-bar class="vp-bar">
      <media-play-button></media-play-button>
      <media-mute-button></media-mute-button>
      <media-volume-range></media-volume-range>
      ${config.live ? '<media-live-button></media-live-button>' : '<media-time-display showduration notoggle></media-time-display>'}
      <span class="vp-gap"></span>
      <media-captions-button></media-captions-button>
      <media-settings-menu-button></media-settings-menu-button>
      <media-airplay-button></media-airplay-button>
      <media-pip-button></media-pip-button>
      <media-fullscreen-button></media-fullscreen-button>
    </media-control-bar>`
}
