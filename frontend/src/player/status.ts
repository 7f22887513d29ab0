/** How the encoding goes, asked from the server until everything is made. */

export interface Status {
  state: 'waiting' | 'processing' | 'ready' | 'failed' | 'live' | 'ended'
  watchable: boolean
  percent: number
  watchable_in_s: number | null
  tasks: { name: string; percent: number; speed: number | null }[]
  /** Shorter sides in pixels, of what can be played by now. */
  resolutions: number[]
  message: string | null
}

const BEFORE_WATCHABLE_MS = 1000
const AFTER_WATCHABLE_MS = 3000
const AFTER_ERROR_MS = 6000

/** True while something is still being made. */
export function isOpen({ state }: Status): boolean {
  return state === 'waiting' || state === 'processing'
}

/**
 * Calls `onStatus` with every answer, until it returns true or nothing is being made any more.
 */
export async function followStatus(
  url: string,
  onStatus: (status: Status) => boolean,
): Promise<void> {
  for (;;) {
    const status = await ask(url)
    if (status && (onStatus(status) || !isOpen(status))) return
    await pause(status ? (status.watchable ? AFTER_WATCHABLE_MS : BEFORE_WATCHABLE_MS) : AFTER_ERROR_MS)
  }
}

/** One sentence for a viewer who waits for the first picture. */
export function waitingSentence({ state, watchable_in_s: seconds }: Status): string {
  if (state === 'waiting') return 'Waiting for the video to arrive.'
  if (seconds === null) return 'The video is being prepared.'
  if (seconds < 1) return 'Watchable in a moment.'
  if (seconds < 90) return `Watchable in about ${Math.ceil(seconds)} s.`
  return `Watchable in about ${Math.ceil(seconds / 60)} min.`
}

/** Qualities that are not to be had yet; sound, poster and storyboard are nobody's choice. */
export function comingQualities({ tasks, resolutions }: Status): Status['tasks'] {
  return tasks.filter(
    ({ name, percent }) =>
      /^\d+p$/.test(name) && percent < 100 && !resolutions.includes(parseInt(name)),
  )
}

/** One sentence for a viewer who watches already, while better qualities are being made. */
export function growingSentence(status: Status): string {
  const { percent, resolutions } = status
  const best = Math.max(0, ...resolutions)
  const [running] = comingQualities(status)
  const soFar = best ? `Watchable up to ${best}p so far.` : 'Watchable.'
  const next = running ? `${running.name} is at ${Math.floor(running.percent)} %.` : ''
  return `${soFar} ${next || `The rest is at ${Math.floor(percent)} %.`}`
}

async function ask(url: string): Promise<Status | null> {
  try {
    const answer = await fetch(url, { headers: { accept: 'application/json' }, cache: 'no-store' })
    return answer.ok ? ((await answer.json()) as Status) : null
  } catch {
    return null // offline for a moment: asked again later
  }
}

export function pause(delay_ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay_ms))
}
