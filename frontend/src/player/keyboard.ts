/** Keys of the player. */

import { hasControl, ratesOf, type Controls } from './look'
import type { Player } from './player'
import { captionTracks, recall, showCaptions, shownCaptions } from './settings'

const STEP_S = 5
const LEAP_S = 10
const VOLUME_STEP = 0.05

type Deed = (player: Player) => void

const KEYS: Record<string, Deed> = {
  ' ': togglePlay,
  k: togglePlay,
  ArrowLeft: (player) => seekBy(player, -STEP_S),
  ArrowRight: (player) => seekBy(player, STEP_S),
  j: (player) => seekBy(player, -LEAP_S),
  l: (player) => seekBy(player, LEAP_S),
  ArrowUp: (player) => changeVolume(player, VOLUME_STEP),
  ArrowDown: (player) => changeVolume(player, -VOLUME_STEP),
  m: ({ video }) => void (video.muted = !video.muted),
  f: toggleFullscreen,
  c: toggleCaptions,
  '<': (player) => changeRate(player, -1),
  '>': (player) => changeRate(player, 1),
}
for (let tenth = 0; tenth <= 9; tenth++) {
  KEYS[String(tenth)] = ({ video }) => void (video.currentTime = ((video.duration || 0) * tenth) / 10)
}

// With a control its keys go as well.
const CONTROLS: Record<string, keyof Controls> = {
  ' ': 'play',
  k: 'play',
  ArrowUp: 'volume',
  ArrowDown: 'volume',
  m: 'volume',
  f: 'fullscreen',
  c: 'subtitles',
  '<': 'speed',
  '>': 'speed',
}

// These move the page for people who read below the player.
const ONLY_WITH_FOCUS = new Set(['ArrowUp', 'ArrowDown'])

/** Listens on `scope` until the returned function is called. */
export function bindKeyboard(player: Player, scope: Document | HTMLElement): () => void {
  const onKey = (event: Event): void => {
    const press = event as KeyboardEvent
    const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
    const deed = KEYS[key]
    if (!deed || !isForPlayer(press, player.root)) return
    const control = CONTROLS[key]
    if (control && !hasControl(player.config.look, control)) return
    press.preventDefault()
    deed(player)
  }
  scope.addEventListener('keydown', onKey)
  return () => scope.removeEventListener('keydown', onKey)
}

function isForPlayer(press: KeyboardEvent, root: HTMLElement): boolean {
  if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey) return false
  const target = press.composedPath()[0] as HTMLElement
  const inside = press.composedPath().includes(root)
  if (inside) return !usedByControl(press)
  if (ONLY_WITH_FOCUS.has(press.key)) return false
  return target === document.body || !target.closest('input, textarea, select, button, a, summary')
}

/** media-chrome's controls name the keys that they need for themselves. */
function usedByControl(press: KeyboardEvent): boolean {
  const name = press.key === ' ' ? 'Space' : press.key
  return press.composedPath().some((node) => {
    if (!(node instanceof HTMLElement)) return false
    const keys = node.getAttribute('keysused')?.split(' ') ?? (node as { keysUsed?: string[] }).keysUsed
    return keys?.some((key) => key === name || key === press.key) ?? false
  })
}

function togglePlay({ video }: Player): void {
  if (video.paused) void video.play().catch(() => undefined)
  else video.pause()
}

function seekBy({ video }: Player, seconds: number): void {
  const end = Number.isFinite(video.duration) ? video.duration : Infinity
  video.currentTime = Math.min(Math.max(video.currentTime + seconds, 0), end)
}

function changeVolume({ video }: Player, step: number): void {
  video.volume = Math.min(Math.max(video.volume + step, 0), 1)
  video.muted = false
}

function changeRate({ video, config }: Player, step: -1 | 1): void {
  const rates = ratesOf(config.look)
  const order = step > 0 ? rates : [...rates].reverse()
  const next = order.find((rate) => (rate - video.playbackRate) * step > 0)
  if (next) video.playbackRate = next
}

function toggleFullscreen({ root }: Player): void {
  const deed = document.fullscreenElement === root ? 'exit' : 'enter'
  const request = `media${deed}fullscreenrequest`
  root.dispatchEvent(new CustomEvent(request, { bubbles: true, composed: true }))
}

function toggleCaptions({ video }: Player): void {
  if (shownCaptions(video)) return showCaptions(video, null)
  const tracks = captionTracks(video)
  const last = tracks.find((track) => track.language === recall().captions) ?? tracks[0]
  if (last) showCaptions(video, last.language)
}
