/**
 * Entry of the watch and embed pages.
 *
 * The page shows a poster before this runs. The player comes when the browser is idle, and its
 * engine when somebody points at it: who only reads loads neither.
 */

import { sendBeats } from './beats'
import { exposeEmbedApi } from './embed_api'
import { readOptions } from './options'
import { findStage, refreshPage, showStatus, type Stage } from './page'
import type { Player } from './player'
import { followPosition } from './resume'
import { offerSaves } from './saves'
import { followStatus, isOpen, pause, type Status } from './status'
import { followStyles } from './styled'
import { tellViews } from './views'

const QUERY = new URLSearchParams(location.search)
const IDLE_TIMEOUT_MS = 1500
const RETRY_MS = 2000
const PRESS_POLL_MS = 20
const KEEP_ALIVE_MS = 30 * 60 * 1000

const stage = findStage(document)
if (stage) void (stage.isWatchable ? present(stage) : awaitVideo(stage))

async function present(stage: Stage): Promise<void> {
  let mounting: Promise<Player> | null = null
  const mount = (): Promise<Player> => (mounting ??= mountPlayer(stage))
  const prepare = (): Promise<void> => mount().then((player) => player.prepare())
  const play = (): Promise<void> => mount().then((player) => player.play())
  stage.element.addEventListener('pointerenter', () => void prepare(), { once: true })
  stage.element.addEventListener('click', () => void play(), { once: true })
  if (document.documentElement.hasAttribute('data-embed')) await mount()
  else whenIdle(() => void mount())
}

async function mountPlayer({ element, config }: Stage): Promise<Player> {
  const { Player } = await import('./player')
  await released(element)
  const hadFocus = element.contains(document.activeElement)
  const options = readOptions(QUERY, config.look)
  const player = new Player(element, document.createElement('video'), config, options)
  player.root.addEventListener('pointerenter', () => void player.prepare(), { once: true })
  if (hadFocus) player.root.focus()
  accompany(player)
  if (QUERY.get('api') === '1' && parent !== window) {
    exposeEmbedApi(player, parent, QUERY.get('api_scope') ?? 'peertube')
  }
  followChapterLinks(player)
  if (config.status) void followStatus(config.status, growWith(player))
  return player
}

/** What goes on beside playing. */
function accompany(player: Player): void {
  const { config, video } = player
  followStyles(player)
  offerSaves(player)
  sendBeats(video, config, QUERY)
  if (config.views) tellViews(video, config.views)
  // Who says where to begin, and who steers the player from outside, is not asked.
  const asks = !config.look?.autoplay && !['t', 'start', 'autoplay', 'api'].some((name) => QUERY.has(name))
  followPosition(player, asks)
  const { keep_alive } = config
  if (keep_alive) setInterval(() => void fetch(keep_alive).catch(() => null), KEEP_ALIVE_MS)
}

/** Resolves when nothing is pressed in `element`: a press loses its click when that goes away. */
async function released(element: HTMLElement): Promise<void> {
  while (element.matches(':active')) await pause(PRESS_POLL_MS)
}

/** Keeps `player` up to date with an encoding that goes on while it plays. */
function growWith(player: Player): (status: Status) => boolean {
  let asked = 0
  return (status) => {
    showStatus(status)
    const made = status.resolutions.length
    // Asked once per quality: a playlist may leave one out that the status counts.
    if (player.qualities && made > Math.max(player.qualities, asked)) {
      asked = made
      void player.reload()
    }
    if (!isOpen(status)) void finish(player)
    return false
  }
}

/** Everything is made: captions, chapters and downloads may be there that were not before. */
async function finish(player: Player): Promise<void> {
  const fresh = await refreshPage()
  if (!fresh) return
  player.update(fresh.config)
  offerSaves(player)
}

/** Shows how far the encoding is, and the player as soon as there is something to play. */
async function awaitVideo(first: Stage): Promise<void> {
  let stage = first
  while (!stage.isWatchable && stage.config.status) {
    await followStatus(stage.config.status, (status) => {
      showStatus(status)
      return status.watchable
    })
    const fresh = await refreshPage()
    if (fresh) stage.element.replaceWith(fresh.element)
    stage = fresh ?? stage
    if (!stage.isWatchable) await pause(RETRY_MS)
  }
  if (stage.isWatchable) await present(stage)
}

/** Chapters and times in the text jump instead of loading the page anew. */
function followChapterLinks(player: Player): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('a[data-seek]')
    if (!link) return
    event.preventDefault()
    void player.load().then(() => {
      player.video.currentTime = Number(link.dataset.seek)
      player.root.scrollIntoView({ block: 'nearest' })
      return player.play()
    })
  })
}

function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(call, { timeout: IDLE_TIMEOUT_MS })
  else setTimeout(call, IDLE_TIMEOUT_MS)
}
