/** How one visit wants the video played. The names in addresses are PeerTube's. */

import type { Look } from './look'

export interface PlayOptions {
  startAt_s: number
  stopAt_s: number | null
  autoplay: boolean
  muted: boolean
  loop: boolean
  controls: boolean
  /** Language of the captions to show, null to leave it to the viewer's last choice. */
  captions: string | null
  rate: number | null
}

/** The speeds that the menu and the keys offer. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]

export const DEFAULTS: PlayOptions = {
  startAt_s: 0,
  stopAt_s: null,
  autoplay: false,
  muted: false,
  loop: false,
  controls: true,
  captions: null,
  rate: null,
}

/** Reads `?t=1m30s&autoplay=1…`; what is missing or unreadable is as `look` has it. */
export function readOptions(query: URLSearchParams, look: Look | null = null): PlayOptions {
  return {
    startAt_s: parseTime(query.get('t') ?? query.get('start')) ?? 0,
    stopAt_s: parseTime(query.get('stop')),
    autoplay: isOn(query.get('autoplay'), look?.autoplay ?? false),
    muted: isOn(query.get('muted'), look?.muted ?? false),
    loop: isOn(query.get('loop'), look?.loop ?? false),
    controls: isOn(query.get('controls'), true) && isOn(query.get('controlBar'), true),
    captions: query.get('subtitle'),
    rate: Number(query.get('playbackRate')) || null,
  }
}

/** Seconds in `90`, `1m30s`, `1h2m3s` or `1:30`; null for anything else. */
export function parseTime(text: string | null): number | null {
  if (!text) return null
  if (/^\d+(:\d+){1,2}$/.test(text)) {
    return text.split(':').reduce((total, part) => total * 60 + Number(part), 0)
  }
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(text)
  if (!parts) return null
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3]].map((part) => Number(part ?? 0))
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}

function isOn(value: string | null, otherwise: boolean): boolean {
  return value === null ? otherwise : value === '1' || value === 'true'
}
