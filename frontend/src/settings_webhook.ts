// Shows what became of deliveries that wait while somebody looks at the page. Without this
// script, loading the page again does.

export {}

const SOON_MS = 1000
const RARELY_MS = 30_000

async function renew(): Promise<boolean> {
  const answer = await fetch(location.href)
  if (!answer.ok || answer.redirected) return false
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  let isNew = false
  for (const item of document.querySelectorAll<HTMLElement>('[data-deliveries] > [data-waiting]')) {
    const next = fresh.getElementById(item.id)
    if (!next || next.dataset.version === item.dataset.version) continue
    // Nobody's focus is taken away: that one is renewed once they have left it.
    if (item.contains(document.activeElement)) continue
    if (item.querySelector('details')?.open) next.querySelector('details')?.setAttribute('open', '')
    item.replaceWith(document.importNode(next, true))
    tell(next)
    isNew = true
  }
  return isNew
}

/** For those who do not see it. */
function tell(item: HTMLElement): void {
  const news = document.querySelector('[data-news]')
  const words = [item.querySelector('strong'), item.querySelector('.badge')]
  if (news) news.textContent = words.map((word) => word?.textContent ?? '').join(': ')
}

async function keepUp(): Promise<void> {
  let pause_ms = SOON_MS
  while (document.querySelector('[data-waiting]')) {
    await new Promise((resolve) => setTimeout(resolve, pause_ms))
    if (document.visibilityState !== 'visible') continue
    // A server that is away for a moment is asked again.
    const isNew = await renew().catch(() => false)
    pause_ms = isNew ? SOON_MS : Math.min(RARELY_MS, pause_ms * 1.2)
  }
}

void keepUp()
