// Draws the charts of the statistics and analytics pages. What they show stands in its tables as well, which
// is all that readers without scripts need.

import uPlot from 'uplot'

type Unit = 'bytes' | 'seconds' | 'percent' | 'number'

interface ChartData {
  unit: Unit
  starts_s: number[]
  lines: { name: string; amounts: number[] }[]
}

const HEIGHT_PX = 220
const AXIS_PX = 84
const DAY_S = 86_400
// Nothing is played half a time.
const WHOLE = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power))
const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB']

function size(bytes: number): string {
  let amount = bytes
  let unit = 0
  while (amount >= 1000 && unit < SIZES.length - 1) {
    amount /= 1000
    unit += 1
  }
  return `${amount.toLocaleString('en', { maximumSignificantDigits: 3 })} ${SIZES[unit]}`
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const TELL: Record<Unit, (amount: number) => string> = {
  bytes: size,
  seconds: clock,
  percent: (amount) => `${Math.round(amount)} %`,
  number: (amount) => amount.toLocaleString('en'),
}

function written(second: number, how: Intl.DateTimeFormatOptions): string {
  return new Date(second * 1000).toLocaleString('en-GB', { ...how, timeZone: 'UTC' })
}

/** Under the chart: days, or hours where those are closer together. */
function moments(seconds: number[], apart_s: number): string[] {
  const how: Intl.DateTimeFormatOptions =
    apart_s < DAY_S ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short' }
  return seconds.map((second) => written(second, how))
}

function colour(place: HTMLElement, name: string): string {
  return getComputedStyle(place).getPropertyValue(name).trim()
}

function draw(place: HTMLElement, data: ChartData): uPlot {
  const tell = TELL[data.unit]
  const line = { stroke: colour(place, '--ink-2'), grid: { stroke: colour(place, '--line') } }
  const options: uPlot.Options = {
    width: place.clientWidth,
    height: HEIGHT_PX,
    tzDate: (second) => uPlot.tzDate(new Date(second * 1000), 'Etc/UTC'),
    scales: { y: { range: (_chart, _least, most) => [0, data.unit === 'percent' ? 100 : most || 1] } },
    axes: [
      { ...line, values: (_chart, ticks, _axis, _space, apart_s) => moments(ticks, apart_s) },
      {
        ...line,
        size: AXIS_PX,
        values: (_chart, ticks) => ticks.map(tell),
        ...(data.unit === 'number' && { incrs: WHOLE }),
      },
    ],
    series: [
      {
        label: 'From (UTC)',
        value: (_chart, second: number | null) =>
          second === null ? '' : written(second, { dateStyle: 'medium', timeStyle: 'short' }),
      },
      ...data.lines.map(({ name }, index) => ({
        label: name,
        stroke: colour(place, `--chart-${index + 1}`),
        width: 2,
        // Told apart without colours, too.
        dash: index ? [6, 4] : [],
        value: (_chart: uPlot, amount: number | null) => (amount === null ? '' : tell(amount)),
      })),
    ],
  }
  return new uPlot(options, [data.starts_s, ...data.lines.map(({ amounts }) => amounts)], place)
}

function show(place: HTMLElement): void {
  const data = JSON.parse(place.dataset.chart ?? '') as ChartData
  place.hidden = false
  let chart = draw(place, data)
  const again = (): void => {
    chart.destroy()
    chart = draw(place, data)
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again)
  new ResizeObserver(() => {
    if (place.clientWidth !== chart.width) chart.setSize({ width: place.clientWidth, height: HEIGHT_PX })
  }).observe(place)
}

document.querySelectorAll<HTMLElement>('[data-chart]').forEach(show)
