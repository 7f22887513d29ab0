/** What a page around an embed may ask and hear: the methods and events of PeerTube's embeds. */

import { Channel } from './channel'
import { ratesOf } from './look'
import type { Player } from './player'
import { captionTracks, showCaptions } from './settings'

const UPDATE_MS = 500

interface Resolution {
  id: number
  label: string
  active: boolean
  height: number
  width?: number
}

/** Opens the channel to `peer` and says that the player is ready. */
export function exposeEmbedApi(player: Player, peer: Window, scope: string): void {
  const channel = new Channel(peer, scope)
  for (const [method, handler] of Object.entries(methods(player))) channel.bind(method, handler)
  tellEvents(player, channel)
  channel.notify('ready', true)
}

function methods(player: Player): Record<string, (params: never) => unknown> {
  const { video, config } = player
  return {
    isReady: () => true,
    // Not awaited: the answer says that the wish arrived, not that the first frame did.
    play: () => void player.play(),
    pause: () => video.pause(),
    isPlaying: () => !video.paused,
    seek: (time_s: number) => void (video.currentTime = time_s),
    getCurrentTime: () => video.currentTime,
    setVolume: (volume: number) => void (video.volume = volume),
    getVolume: () => video.volume,
    getCaptions: () => captions(video),
    setCaption: (language: string | null) => showCaptions(video, language),
    getResolutions: () => resolutions(video),
    setResolution: (id: number) => void (video.videoRenditions.selectedIndex = id),
    getPlaybackRates: () => ratesOf(config.look),
    getPlaybackRate: () => video.playbackRate,
    setPlaybackRate: (rate: number) => void (video.playbackRate = rate),
    // One video has no next and no previous one; players of playlists call these all the same.
    playNextVideo: () => null,
    playPreviousVideo: () => null,
    getCurrentPosition: () => 1,
    setVideoPassword: () => null,
    getImageDataUrl: () => picture(video),
  }
}

function tellEvents({ video }: Player, channel: Channel): void {
  let state = 'unstarted'
  const change = (next: string): void => {
    state = next
    channel.notify('playbackStatusChange', state)
  }
  const tellResolutions = (): void => channel.notify('resolutionUpdate', resolutions(video))
  video.addEventListener('play', () => (channel.notify('play'), change('playing')))
  video.addEventListener('pause', () => (channel.notify('pause'), change('paused')))
  video.addEventListener('ended', () => change('ended'))
  video.addEventListener('volumechange', () => channel.notify('volumeChange', video.volume))
  video.addEventListener('loadedmetadata', tellResolutions)
  video.videoRenditions.addEventListener('change', tellResolutions)
  setInterval(() => {
    const { currentTime: position, volume, duration } = video
    channel.notify('playbackStatusUpdate', { position, volume, duration, playbackState: state })
  }, UPDATE_MS)
}

function captions(video: HTMLVideoElement): object[] {
  const source = new Map([...video.querySelectorAll('track')].map((tag) => [tag.track, tag.src]))
  return captionTracks(video).map((track) => ({
    id: track.language,
    label: track.label,
    src: source.get(track) ?? '',
    mode: track.mode,
  }))
}

function resolutions(video: HTMLVideoElement): Resolution[] {
  const chosen = video.videoRenditions.selectedIndex
  const own = [...video.videoRenditions].map(({ width = 0, height = 0 }, id) => {
    return { id, label: `${Math.min(width, height)}p`, active: id === chosen, width, height }
  })
  return [{ id: -1, label: 'Auto', active: chosen === -1, height: 0 }, ...own]
}

function picture(video: HTMLVideoElement): string {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return canvas.toDataURL('image/jpeg')
}
