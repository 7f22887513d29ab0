/** The part of VSRCPlayer that is loaded when a page really makes a player. */

import type { HlsConfig } from 'hls.js'

import { DEFAULTS, RATES } from './player/options'
import { Player } from './player/player'
import { keepBandwidth, recallBandwidth } from './vsrc/bandwidth'
import { Facade } from './vsrc/facade'
import type { VhsOptions, VjsOptions, VsrcOptions } from './vsrc/options'
import { Reporter } from './vsrc/reporter'
import { watch } from './vsrc/watching'

const KEEP_BANDWIDTH_MS = 10_000

export interface Mounted {
  player: Player
  facade: Facade
  /** Loads as much as was asked for, and plays where that was. */
  begin(): Promise<void>
  setSource(source: string, type?: string): Promise<void>
}

interface Surroundings {
  origin: string
  onError: (error: Error) => void
}

/**
 * Puts a player for the playlist at `source` in the place of a `<video>`, or into any other
 * element. Keys work while the player has the focus: the page around belongs to somebody else.
 */
export function mount(
  element: HTMLElement,
  source: string,
  options: VsrcOptions,
  { origin, onError }: Surroundings,
): Mounted {
  const video = element instanceof HTMLVideoElement ? element : document.createElement('video')
  const { vhs = {}, vjsOptions: wish = {} } = options
  const player = makePlayer(element, video, source, options)
  shape(player.root, video, wish)
  player.root
    .querySelector('media-playback-rate-menu')
    ?.setAttribute('rates', (wish.playbackRates ?? RATES).join(' '))
  const reporter = new Reporter(origin, options.mediaId)
  const unwatch = watch(video, reporter)
  const keeping = vhs.useBandwidthFromLocalStorage ? followBandwidth(player) : undefined
  video.addEventListener('playerfailed', () => onError(new Error('VSRCPlayer: the video cannot be loaded')))

  const setSource = (address: string, type?: string): Promise<void> =>
    player.replace({ ...player.config, hls: address, isFile: isFile(address, type) })
  const end = (): void => {
    clearInterval(keeping)
    unwatch()
    reporter.close()
    player.dispose()
  }
  return { player, facade: new Facade(player, setSource, end), begin: () => begin(player, wish), setSource }
}

function makePlayer(
  element: HTMLElement,
  video: HTMLVideoElement,
  source: string,
  { type, vhs = {}, vjsOptions: wish = {} }: VsrcOptions,
): Player {
  const place = document.createElement('div')
  if (element === video) element.replaceWith(place)
  else element.append(place)
  const config = {
    hls: source,
    title: video.title || 'Video',
    poster: wish.poster ?? (video.getAttribute('poster') || null),
    captions: [],
    live: type === 'live',
  }
  const play = {
    ...DEFAULTS,
    muted: wish.autoplay === 'muted' || (wish.muted ?? video.muted),
    loop: wish.loop ?? video.loop,
    controls: wish.controls ?? true,
  }
  // It is begun once somebody listens to what becomes of it.
  return new Player(place, video, config, play, 'focus', tuning(vhs))
}

async function begin(player: Player, { autoplay, preload }: VjsOptions): Promise<void> {
  const { video } = player
  if (autoplay ?? video.autoplay) {
    await player.play()
    if (autoplay === 'any' && video.paused) {
      video.muted = true
      await player.play()
    }
  } else if (preload !== 'none') {
    await player.load()
  }
}

function isFile(address: string, type?: string): boolean {
  if (type) return /^(video|audio)\//.test(type) && !/mpegurl/i.test(type)
  return /\.(mp4|m4v|webm|ogv|mov|mp3|m4a)$/i.test(new URL(address, location.href).pathname)
}

/** As large as the options say, or else the `<video>` that was there. */
function shape(root: HTMLElement, video: HTMLVideoElement, wish: VjsOptions): void {
  const { style } = root
  const width = wish.width ?? video.getAttribute('width')
  const height = wish.height ?? video.getAttribute('height')
  if (wish.aspectRatio) style.setProperty('--ratio', wish.aspectRatio.replace(':', ' / '))
  if (wish.fill) {
    style.aspectRatio = 'auto'
    style.blockSize = '100%'
  }
  if (wish.fluid || wish.fill) return
  if (width) style.inlineSize = length(width)
  if (height && wish.fluid === false) {
    style.aspectRatio = 'auto'
    style.blockSize = length(height)
  }
}

function length(size: number | string): string {
  return String(size).endsWith('%') ? String(size) : `${Number.parseInt(String(size))}px`
}

/** The options of video.js' HLS engine, in hls.js' words. */
function tuning(vhs: VhsOptions): Partial<HlsConfig> {
  const wish: Partial<HlsConfig> = {
    capLevelToPlayerSize: vhs.limitRenditionByPlayerDimensions ?? true,
    ignoreDevicePixelRatio: !vhs.useDevicePixelRatio,
  }
  const known = vhs.useBandwidthFromLocalStorage ? recallBandwidth() : null
  const bandwidth = vhs.bandwidth ?? known
  if (bandwidth) wish.abrEwmaDefaultEstimate = bandwidth
  if (vhs.enableLowInitialPlaylist) wish.startLevel = 0
  return wish
}

function followBandwidth(player: Player): ReturnType<typeof setInterval> {
  return setInterval(() => {
    if (player.bandwidth_bps) keepBandwidth(player.bandwidth_bps)
  }, KEEP_BANDWIDTH_MS)
}
