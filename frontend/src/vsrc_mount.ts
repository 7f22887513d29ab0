/** The part of VSRCPlayer that is loaded when a page really makes a player. */

import type { HlsConfig } from 'hls.js'

import { DEFAULTS } from './player/options'
import { Player } from './player/player'
import type { VsrcOptions } from './vsrc'

/**
 * Puts a player for the playlist at `source` in the place of a `<video>`, or into any other
 * element. Keys work while the player has the focus: the page around belongs to somebody else.
 */
export function mount(element: HTMLElement, source: string, options: VsrcOptions): Player {
  const video = element instanceof HTMLVideoElement ? element : document.createElement('video')
  const place = document.createElement('div')
  if (element === video) element.replaceWith(place)
  else element.append(place)
  const { autoplay, muted, loop, controls, poster } = options.vjsOptions ?? {}
  const player = new Player(
    place,
    video,
    {
      hls: source,
      title: video.title || 'Video',
      poster: poster ?? (video.getAttribute('poster') || null),
      captions: [],
      live: options.type === 'live',
    },
    {
      ...DEFAULTS,
      autoplay: autoplay ?? video.autoplay,
      muted: muted ?? video.muted,
      loop: loop ?? video.loop,
      controls: controls ?? true,
    },
    'focus',
    tuning(options),
  )
  const width = video.getAttribute('width')
  if (width) player.root.style.inlineSize = `${Number.parseInt(width)}px`
  return player
}

/** The options of video.js' HLS engine, in hls.js' words. */
function tuning({ vhs = {} }: VsrcOptions): Partial<HlsConfig> {
  const wish: Partial<HlsConfig> = {
    capLevelToPlayerSize: vhs.limitRenditionByPlayerDimensions ?? true,
    ignoreDevicePixelRatio: !vhs.useDevicePixelRatio,
  }
  if (vhs.bandwidth) wish.abrEwmaDefaultEstimate = vhs.bandwidth
  if (vhs.enableLowInitialPlaylist) wish.startLevel = 0
  return wish
}
