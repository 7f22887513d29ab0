/** Folders as places where rows of the library can be dropped. */

import type { Attachment } from 'svelte/attachments'
import type { Library } from './library.svelte'

/** Lets what is dragged be dropped here, to lie in `folder` from then on. */
export function droppable(library: Library, folder: number | null): Attachment<HTMLElement> {
  const takes = () => library.dragged !== null && !library.dragged.folders.includes(folder ?? 0)
  return (place) => {
    const over = (event: DragEvent) => {
      if (!takes()) return
      event.preventDefault()
      place.classList.add('is-over')
    }
    const leave = () => place.classList.remove('is-over')
    const drop = (event: DragEvent) => {
      const items = library.dragged
      leave()
      if (!items || !takes()) return
      event.preventDefault()
      library.dragged = null
      void library.move(items, folder)
    }
    place.addEventListener('dragover', over)
    place.addEventListener('dragleave', leave)
    place.addEventListener('drop', drop)
    return () => {
      place.removeEventListener('dragover', over)
      place.removeEventListener('dragleave', leave)
      place.removeEventListener('drop', drop)
    }
  }
}
