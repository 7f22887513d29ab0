/** What a viewer chose last time: volume, speed, captions. */

import type { CaptionSource, PlayerConfig } from './config'
import { hasControl, ratesOf } from './look'

export interface Settings {
  volume?: number
  muted?: boolean
  rate?: number
  /** Language of the captions; empty when they were switched off. */
  captions?: string
}

const KEY = 'vitascope.player'

/** The remembered settings; none where the browser denies storage, as it may in an embed. */
export function recall(): Settings {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Settings
  } catch {
    return {}
  }
}

/** Remembers `change` beside what was remembered before, or does nothing when denied. */
export function remember(change: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...recall(), ...change }))
  } catch {
    // Without storage the choice holds for this visit only.
  }
}

/**
 * Applies what is remembered to `video` and remembers what the viewer changes from now on.
 * `rate` and `captions` are this visit's wishes, which go before what is remembered.
 */
export function followSettings(
  video: HTMLVideoElement,
  config: PlayerConfig,
  rate: number | null,
  captions: string | null,
): void {
  const known = recall()
  video.volume = known.volume ?? 1
  video.muted ||= known.muted ?? false
  // Loading a source sets the rate back to the default one, so that has to follow it.
  video.defaultPlaybackRate = rate ?? rememberedRate(config)
  video.playbackRate = video.defaultPlaybackRate
  followVolume(video)
  video.addEventListener('ratechange', () => {
    video.defaultPlaybackRate = video.playbackRate
    remember({ rate: video.playbackRate })
  })
  followCaptions(video, firstCaptions(config, captions))
}

/**
 * Language of the captions to begin with: this visit's wish, or else what the viewer chose last,
 * or else what the look or the video's owner wants; empty for none.
 */
export function firstCaptions({ captions, look }: PlayerConfig, wish: string | null): string {
  const chosen = wish ?? recall().captions
  const wanted = chosen ?? look?.default_subtitle_language
  const found = wanted && captionsIn(captions, wanted)
  if (found) return found.srclang
  return chosen === undefined ? (captions.find((each) => each.is_default)?.srclang ?? '') : ''
}

function captionsIn(captions: CaptionSource[], language: string): CaptionSource | undefined {
  return captions.find(({ srclang }) => srclang.toLowerCase() === language.toLowerCase())
}

/** A speed that cannot be chosen here would be one to keep. */
function rememberedRate({ look }: PlayerConfig): number {
  const { rate = 1 } = recall()
  return hasControl(look, 'speed') && (!look || ratesOf(look).includes(rate)) ? rate : 1
}

/** What the page wants is nothing that the viewer chose. */
function followVolume(video: HTMLVideoElement): void {
  let { volume, muted } = video
  video.addEventListener('volumechange', () => {
    if (video.volume === volume && video.muted === muted) return
    ;({ volume, muted } = video)
    remember({ volume, muted })
  })
}

function followCaptions(video: HTMLVideoElement, language: string): void {
  let chosen = language
  video.textTracks.addEventListener('change', () => {
    const shown = captionTracks(video).filter((track) => track.mode === 'showing')
    // Chromium may add captions in its own language to those that were chosen here.
    if (shown.length > 1) return showCaptions(video, chosen)
    const now = shown[0]?.language ?? ''
    if (now === chosen) return
    chosen = now
    remember({ captions: chosen })
  })
}

/** The captions on screen, if any. */
export function shownCaptions(video: HTMLVideoElement): TextTrack | undefined {
  return captionTracks(video).find((track) => track.mode === 'showing')
}

export function captionTracks(video: HTMLVideoElement): TextTrack[] {
  return [...video.textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles')
}

/** Shows the captions of `language` and hides the others; null hides all. */
export function showCaptions(video: HTMLVideoElement, language: string | null): void {
  for (const track of captionTracks(video)) {
    track.mode = track.language === language ? 'showing' : 'disabled'
  }
}
