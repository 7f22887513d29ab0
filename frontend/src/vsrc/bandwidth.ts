/** How fast the line was, kept from one visit to the next. */

const NAME = 'vitascope-bandwidth'

/** In bits a second; null where nobody knows. */
export function recallBandwidth(): number | null {
  try {
    const known = Number(localStorage.getItem(NAME))
    return known > 0 ? known : null
  } catch {
    return null // The page's storage is denied.
  }
}

export function keepBandwidth(bandwidth_bps: number): void {
  try {
    localStorage.setItem(NAME, String(Math.round(bandwidth_bps)))
  } catch {
    // As above.
  }
}
