/** What a viewer chose last time: volume, speed, captions. */

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
  rate: number | null,
  captions: string | null,
): void {
  const known = recall()
  video.volume = known.volume ?? 1
  video.muted ||= known.muted ?? false
  // Loading a source sets the rate back to the default one, so that has to follow it.
  video.defaultPlaybackRate = rate ?? known.rate ?? 1
  video.playbackRate = video.defaultPlaybackRate
  video.addEventListener('volumechange', () =>
    remember({ volume: video.volume, muted: video.muted }),
  )
  video.addEventListener('ratechange', () => {
    video.defaultPlaybackRate = video.playbackRate
    remember({ rate: video.playbackRate })
  })
  followCaptions(video, captions ?? known.captions ?? '')
}

function followCaptions(video: HTMLVideoElement, language: string): void {
  let chosen = language
  video.textTracks.addEventListener('change', () => {
    const shown = captionTracks(video).filter((track) => track.mode === 'showing')
    // Chromium may add captions in its own language to those that were chosen here.
    if (shown.length > 1) return showCaptions(video, chosen)
    chosen = shown[0]?.language ?? ''
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
