/** What leaves the library: links, code for other pages, and a list of videos as a file. */

import type { Row } from './library'

/** HTML that shows the video in another page, as its own page offers it. */
export function embedCode(publicUrl: string, row: Row): string {
  const [source, title] = [escaped(publicUrl + row.embed_path), escaped(row.title)]
  return (
    `<iframe src="${source}" title="${title}" width="560" height="315" ` +
    'allow="autoplay; fullscreen; picture-in-picture" allowfullscreen></iframe>'
  )
}

/** Whether `text` is in the clipboard now; pages without TLS may not write there. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Hands the browser a JSON file about the videos. */
export function saveList(publicUrl: string, rows: Row[]): void {
  const list = rows.map((row) => ({
    id: row.id,
    title: row.title,
    link: publicUrl + row.path,
    embed: publicUrl + row.embed_path,
    iframe: embedCode(publicUrl, row),
    privacy: row.privacy,
    status: row.work.state,
    duration_s: row.duration_s,
    size_bytes: row.size_bytes,
    views: row.views,
    created_at: row.created_at,
    tags: row.tags.map(({ name }) => name),
  }))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(list, null, 2)], { type: 'application/json' }))
  link.download = 'videos.json'
  link.click()
  // The download has begun once this task is over.
  setTimeout(() => URL.revokeObjectURL(link.href))
}

function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => names[character] ?? character)
}
