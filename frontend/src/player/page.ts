/** The page around the player: what of it changes while it is open. */

import { readConfig, type PlayerConfig } from './config'
import { comingQualities, growingSentence, waitingSentence, type Status } from './status'

export interface Stage {
  element: HTMLElement
  config: PlayerConfig
  isWatchable: boolean
}

/** The stage of `root`, or null when the page shows no video. */
export function findStage(root: ParentNode): Stage | null {
  const element = root.querySelector<HTMLElement>('[data-stage]')
  const config = element && readConfig(root)
  if (!element || !config) return null
  return { element, config, isWatchable: element.dataset.stage === 'watchable' }
}

/**
 * Asks for this page again, takes over what changes in it, and returns the new stage, or null
 * when it cannot be had right now.
 */
export async function refreshPage(): Promise<Stage | null> {
  // In another site's frame cookies may be kept from the server, and only navigations tell it.
  const headers: HeadersInit = parent === window ? {} : { 'X-Framed': '1' }
  const answer = await fetch(location.href, { cache: 'no-store', headers }).catch(() => null)
  if (!answer?.ok) return null
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const old of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${old.dataset.live}"]`)
    if (next) old.replaceWith(document.importNode(next, true))
  }
  return findStage(fresh)
}

/** Says in the page how far the encoding is. */
export function showStatus(status: Status): void {
  setText('[data-waiting]', waitingSentence(status))
  setText('[data-growing]', growingSentence(status))
  const progress = document.querySelector<HTMLProgressElement>('[data-progress]')
  if (progress) progress.value = status.percent
  document.querySelector('[data-qualities]')?.replaceChildren(...qualities(status))
}

function qualities(status: Status): HTMLElement[] {
  const made = [...status.resolutions].sort((one, other) => other - one)
  return [
    ...comingQualities(status).map(({ name, percent }) => chip(`${name}, ${Math.floor(percent)} %`, 'is-coming')),
    ...made.map((resolution) => chip(`${resolution}p`, 'is-made')),
  ]
}

function chip(text: string, className: string): HTMLElement {
  return Object.assign(document.createElement('li'), { textContent: text, className })
}

function setText(selector: string, text: string): void {
  const element = document.querySelector(selector)
  // The same words again would be read out again.
  if (element && element.textContent !== text) element.textContent = text
}
