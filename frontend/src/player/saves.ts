/** A menu of the files that viewers may save. */

import type { Savable } from './config'
import type { Player } from './player'

/** Puts the menu beside the settings, in place of an earlier one; nothing where there are no files. */
export function offerSaves({ root, config }: Player): void {
  const saves = config.saves ?? []
  root.querySelectorAll('.vp-save, .vp-saves').forEach((element) => element.remove())
  const before = root.querySelector('.vp-bar media-settings-menu-button')
  if (!before || !saves.length) return
  const list = menu(saves)
  root.append(list)
  before.after(button(list))
}

function menu(saves: Savable[]): HTMLElement {
  const list = document.createElement('div')
  list.className = 'vp-saves'
  list.popover = 'auto'
  list.setAttribute('aria-label', 'Download')
  list.setAttribute('role', 'group')
  list.append(...saves.map(row))
  return list
}

function row({ label, files }: Savable): HTMLElement {
  const line = document.createElement('p')
  line.append(Object.assign(document.createElement('span'), { textContent: label }))
  for (const { kind, src } of files) {
    const link = document.createElement('a')
    link.href = src
    link.download = ''
    link.textContent = kind
    link.setAttribute('aria-label', `${label}, ${kind}`)
    line.append(link)
  }
  return line
}

function button(list: HTMLElement): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'vp-save'
  button.setAttribute('aria-label', 'Download')
  button.title = 'Download'
  button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M11 4h2v8.2l2.8-2.8 1.4 1.4-5.2 5.2-5.2-5.2 1.4-1.4 2.8 2.8V4ZM5 18h14v2H5v-2Z"/></svg>'
  button.popoverTargetElement = list
  return button
}
