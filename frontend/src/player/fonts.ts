/** The fonts that styled captions name. */

const FALLBACK = 'Arial'
const SAMPLE = 'mmmmmmmmmmlliWQ'
const QUOTING = /["';{}<>()\\]/g
const USUAL_COLUMN = 1

/**
 * The text of an ASS file with fonts that this browser has: without the one it names, a browser
 * takes one with serifs. Names become part of a style, and must not end there what they stand in.
 */
export function withKnownFonts(text: string): string {
  const column = fontColumn(text)
  return text
    .replace(/^Style:.*$/gim, (line) => {
      // The first is the name of the style, by which lines choose it.
      const [name, ...fields] = line.split(',')
      const harmless = fields.map((field) => field.replace(QUOTING, ''))
      const font = harmless[column - 1]
      if (font) harmless[column - 1] = known(font)
      return [name, ...harmless].join(',')
    })
    .replace(/\\fn([^\\}]*)/g, (_all, name: string) => `\\fn${name && known(name)}`)
}

/** Where in the lines of styles the name of the font stands. */
function fontColumn(text: string): number {
  const [, names = ''] = /^Format:(.*)$/im.exec(text) ?? []
  const column = names.split(',').findIndex((name) => name.trim().toLowerCase() === 'fontname')
  return column < 1 ? USUAL_COLUMN : column
}

function known(given: string): string {
  const name = given.replace(QUOTING, '').trim()
  return isInstalled(name) ? name : FALLBACK
}

/** Told by its widths, which differ from those of what stands in for a missing font. */
function isInstalled(name: string): boolean {
  const canvas = document.createElement('canvas').getContext('2d')
  if (!canvas) return true
  const width = (font: string): number => {
    canvas.font = `40px ${font}`
    return canvas.measureText(SAMPLE).width
  }
  return ['serif', 'monospace'].some((other) => width(`"${name}", ${other}`) !== width(other))
}
