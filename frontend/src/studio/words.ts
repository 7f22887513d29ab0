/** Numbers in words, as the server writes them into its own pages. */

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** In decimal units, as file managers show them: `61 MB`. */
export function size(bytes: number): string {
  const unit = unitOf(bytes)
  return `${amount(bytes, unit)} ${UNITS[unit]}`
}

/** `31 of 61 MB`; the unit is said twice only where it differs. */
export function sizeOf(part: number, whole: number): string {
  const unit = unitOf(whole)
  return unitOf(part) === unit || part === 0
    ? `${part === 0 ? '0' : amount(part, unit)} of ${size(whole)}`
    : `${size(part)} of ${size(whole)}`
}

/** `4 s left`, `3 min left`, `2 h left`. */
export function left(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} s left`
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min left`
  return `${Math.ceil(seconds / 3600)} h left`
}

/** What is left of a file's name without its ending. */
export function stem(filename: string): string {
  const at = filename.lastIndexOf('.')
  return (at > 0 ? filename.slice(0, at) : filename).slice(0, 255)
}

const IMPORT_STATES: Record<string, string> = {
  pending: 'Waiting for its turn',
  finishing: 'Making the video',
  done: 'Imported',
  failed: 'Failed',
  canceling: 'Being canceled',
  canceled: 'Canceled',
}

/** How far an import is. */
export function importState(state: string, received: number, total: number | null): string {
  const known = IMPORT_STATES[state]
  if (known) return known
  return total === null
    ? `Downloading, ${size(received)} so far`
    : `Downloading, ${sizeOf(received, total)}`
}

/** What may be typed where addresses belong. */
export function importHint(offered: { urls: boolean; sites: boolean; torrents: boolean }): string {
  const kinds = [
    offered.urls && 'addresses of video files',
    offered.urls && offered.sites && 'pages of video sites',
    offered.torrents && 'magnet links',
  ].filter((kind) => kind !== false)
  const last = kinds.pop() ?? ''
  const either = kinds.length ? `${kinds.join(', ')} or ${last}` : last
  return `${either.charAt(0).toUpperCase()}${either.slice(1)}, one on each line.`
}

/** `1 video`, `1,234 videos`. */
export function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`
}

/** `8:56` or `1:02:03`. */
export function clock(seconds: number): string {
  const [whole, pad] = [Math.floor(seconds), (part: number) => String(part).padStart(2, '0')]
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`
}

/** `20 Nov 2026`. */
export function day(moment: string): string {
  const how = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return new Date(moment).toLocaleDateString('en-GB', how)
}

function unitOf(bytes: number): number {
  let unit = 0
  for (let rest = bytes; rest >= 1000 && unit < UNITS.length - 1; rest /= 1000) unit += 1
  return unit
}

function amount(bytes: number, unit: number): string {
  const value = bytes / 1000 ** unit
  return value > 0 && value < 10 && unit > 0 ? value.toFixed(1) : value.toFixed(0)
}
