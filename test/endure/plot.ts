/** What was found at one moment. */
export type Sample = { seconds: number; rssMb: number; heapMb: number; handles: number; timers: number }

/** How much a line grows from its first sample to its last, by least squares: single peaks do not count. */
export const growthOf = (samples: readonly Sample[], of: (sample: Sample) => number): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(samples.map((one) => one.seconds)), mean(samples.map(of))]
  const slope =
    samples.reduce((sum, one) => sum + (one.seconds - x) * (of(one) - y), 0) /
    (samples.reduce((sum, one) => sum + (one.seconds - x) ** 2, 0) || 1)
  return slope * ((samples.at(-1)?.seconds ?? 0) - (samples[0]?.seconds ?? 0))
}

const WIDTH = 900
const PANEL = 150
const LEFT = 70

type Line = { name: string; unit: string; of: (sample: Sample) => number; colour: string }
const LINES: readonly Line[] = [
  { name: 'Memory of the process', unit: 'MB', of: (one) => one.rssMb, colour: '#1f6f8b' },
  { name: 'Heap after collection', unit: 'MB', of: (one) => one.heapMb, colour: '#b4581f' },
  { name: 'Handles', unit: '', of: (one) => one.handles, colour: '#4c7a34' },
  { name: 'Timers', unit: '', of: (one) => one.timers, colour: '#6b4fa0' },
]

/** The samples as a picture: one panel for each line, with the range it runs over. */
export const plot = (samples: readonly Sample[], title: string): string => {
  const end = samples.at(-1)?.seconds ?? 1
  const panels = LINES.map(({ name, unit, of, colour }, index) => {
    const top = 50 + index * PANEL
    const most = Math.max(1, ...samples.map(of)) * 1.1
    const points = samples.map(
      (one) =>
        `${(LEFT + (one.seconds / end) * (WIDTH - LEFT - 20)).toFixed(1)},${(top + 110 - (of(one) / most) * 100).toFixed(1)}`,
    )
    const [low, high] = [Math.min(...samples.map(of)), Math.max(...samples.map(of))]
    return `<text x="${LEFT}" y="${top}">${name}: ${round(low)} to ${round(high)} ${unit}</text>
<path d="M${LEFT} ${top + 10}V${top + 110}H${WIDTH - 20}" fill="none" stroke="#999"/>
<text x="${LEFT - 8}" y="${top + 20}" text-anchor="end">${round(most)}</text><text x="${LEFT - 8}" y="${top + 110}" text-anchor="end">0</text>
<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${60 + LINES.length * PANEL}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/><text x="${LEFT}" y="22" font-size="14">${title}</text>
${panels.join('\n')}
<text x="${WIDTH - 20}" y="${50 + LINES.length * PANEL}" text-anchor="end">${round(end)} s</text></svg>
`
}

const round = (value: number): string => String(Math.round(value * 10) / 10)
