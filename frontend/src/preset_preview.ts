/** The preview beside the form of a preset: our own player, on a picture that is drawn here. */

import { MediaTracksMixin } from 'media-tracks'

import { contrast } from './player/contrast'
import { buildControls, finishControls } from './player/controls'
import { applyLook, type Controls, type Look, type Watcher } from './player/look'
import { drawnVideo } from './preset_picture'

interface PreviewConfig {
  /** The ground of the player's controls. */
  bar_color: string
  least_contrast: number
  viewer: Watcher
  logo: SavedLogo
}

/** The logo that is saved: what was typed, and where our server has it; empty for none. */
interface SavedLogo {
  address: string
  src: string
}

const CONTROLS: (keyof Controls)[] = [
  'play',
  'volume',
  'quality',
  'speed',
  'subtitles',
  'pip',
  'fullscreen',
]
const INTERVAL_S = { least: 30, most: 60 }

MediaTracksMixin(HTMLVideoElement)

const form = document.querySelector<HTMLFormElement>('form[data-preset]')
const place = document.querySelector<HTMLElement>('[data-preview]')
const text = document.querySelector('[data-preview-config]')?.textContent
if (form && place && text) preview(form, place, JSON.parse(text) as PreviewConfig)

function preview(form: HTMLFormElement, place: HTMLElement, config: PreviewConfig): void {
  const { video, poster } = drawnVideo()
  const root = buildControls({ hls: '', title: 'Preview', captions: [], poster }, true)
  video.slot = 'media'
  root.append(video)
  place.append(root)
  place.hidden = false
  finishControls(root)
  const show = (): void => {
    const look = lookIn(form, logoIn(form, config.logo))
    applyLook(root, look, config.viewer)
    warn(look.primary_color, config)
  }
  form.addEventListener('input', show)
  form.addEventListener('change', show)
  show()
}

/** What the form says by now; where that cannot be shown, the nearest that can. */
function lookIn(form: HTMLFormElement, logo: string): Look {
  const data = new FormData(form)
  const typed = (name: string): string => String(data.get(name) ?? '').trim()
  const ticks = CONTROLS.map((name) => [name, data.has(`controls_${name}`)] as const)
  const rates = typed('playback_rates').split(/[\s,]+/).map(Number)
  return {
    primary_color: typed('primary_color'),
    logo_url: logo,
    logo_link: typed('logo_link'),
    logo_position: typed('logo_position') as Look['logo_position'],
    autoplay: false,
    muted: false,
    loop: false,
    controls: Object.fromEntries(ticks) as unknown as Controls,
    playback_rates: rates.filter((rate) => rate > 0),
    default_quality: typed('default_quality'),
    default_subtitle_language: typed('default_subtitle_language'),
    watermark: {
      enabled: data.has('watermark_enabled'),
      text: typed('watermark_text'),
      opacity: clamped(Number(typed('watermark_opacity')), 0, 1),
      move_interval: clamped(
        Number(typed('watermark_move_interval')),
        INTERVAL_S.least,
        INTERVAL_S.most,
      ),
    },
  }
}

/** Where our server has the logo; empty for one that is not saved yet. */
function logoIn(form: HTMLFormElement, saved: SavedLogo): string {
  const input = form.elements.namedItem('logo_url') as HTMLInputElement
  return input.value.trim() === saved.address ? saved.src : ''
}

function warn(color: string, { bar_color, least_contrast }: PreviewConfig): void {
  const note = document.querySelector('[data-contrast]')
  const found = contrast(color, bar_color)
  const sentence =
    found < least_contrast
      ? `This colour is too dark for the player's bar: the contrast is ${found.toFixed(1)}:1, and ${least_contrast}:1 is needed.`
      : ''
  // The same words again would be read out again.
  if (note && note.textContent !== sentence) note.textContent = sentence
}

function clamped(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value || 0))
}
