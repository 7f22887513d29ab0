/** Going on where somebody stopped the last time. */

import type { Player } from './player'

const LEAST_S = 10
const EVERY_S = 2

/** Keeps how far the viewer is, and with `asks` offers to go on there to who comes back. */
export function followPosition(player: Player, asks: boolean): void {
  const { video, config } = player
  const name = config.remembers_as
  if (!name) return
  const known_s = recall(name)
  if (asks && known_s > LEAST_S) offer(player, known_s)
  let kept_s = 0
  video.addEventListener('timeupdate', () => {
    if (Math.abs(video.currentTime - kept_s) < EVERY_S || video.seeking) return
    kept_s = video.currentTime
    if (isWorthKeeping(video)) keep(name, String(Math.floor(kept_s)))
  })
  video.addEventListener('ended', () => keep(name, null))
}

/** Not at the beginning, and not at the end either, where nothing is left to see. */
function isWorthKeeping({ currentTime, duration }: HTMLVideoElement): boolean {
  return currentTime > LEAST_S && !(currentTime > duration - EVERY_S)
}

function offer(player: Player, position_s: number): void {
  const place = document.createElement('div')
  place.className = 'vp-resume'
  place.slot = 'top-chrome'
  place.setAttribute('role', 'group')
  place.setAttribute('aria-label', 'Continue watching')
  place.innerHTML = '<p></p><button type="button" data-go></button><button type="button">From the beginning</button>'
  place.querySelector('p')!.textContent = 'You have seen some of this.'
  const [go, begin] = place.querySelectorAll('button')
  go!.textContent = `Go on at ${clock(position_s)}`
  go!.addEventListener('click', () => {
    place.remove()
    void player.load().then(() => {
      player.video.currentTime = position_s
      return player.play()
    })
  })
  begin!.addEventListener('click', () => {
    place.remove()
    void player.play()
  })
  player.root.append(place)
  player.video.addEventListener('play', () => place.remove(), { once: true })
}

function clock(seconds: number): string {
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), (seconds / 60) % 60]
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${Math.floor(minutes)}:${two(seconds % 60)}`
}

function recall(name: string): number {
  try {
    return Number(localStorage.getItem(name)) || 0
  } catch {
    return 0 // storage is denied, as it may be in an embed
  }
}

function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // Without storage every visit begins at the beginning.
  }
}
