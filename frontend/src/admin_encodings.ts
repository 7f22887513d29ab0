// Keeps the page of encodings as it is on the server while somebody looks at it. Without this
// script, its link does.

const AGAIN_MS = 2000

async function renew(): Promise<void> {
  const answer = await fetch('/admin/encodings')
  if (!answer.ok || answer.redirected) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id)
    // Nobody's focus is taken away: that part is renewed once they have left it.
    if (next && !part.contains(document.activeElement)) part.replaceWith(next)
  }
}

async function keepUp(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    // A server that is away for a moment is asked again.
    if (document.visibilityState === 'visible') await renew().catch(() => undefined)
  }
}

void keepUp()
