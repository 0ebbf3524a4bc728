import type { Page } from 'playwright-core'
import { spread } from '../measure.ts'
import type { Row } from '../report.ts'

const ROW = 63

type Scroll = { frames: number[]; rows: number }

/** Through the queue and, for comparison, through a page with nothing on it. */
export const measureScrolling = async (page: Page, rows: number): Promise<Row[]> => {
  await page.evaluate(() => void (window.location.hash = '#/queue?tab=published'))
  await page.locator('.queue-row').first().waitFor()
  const result: Row[] = []
  const measured = async (what: string, by: number, distance: number): Promise<void> => {
    const blank = await scroll(page, 'blank', by, Math.min(distance, by * 300))
    const queue = await scroll(page, 'queue', by, distance)
    result.push(rowOf(what, queue, blank))
  }
  await measured(`scrolling through ${rows.toLocaleString('en')} rows, 12 rows a frame`, 12 * ROW, rows * ROW)
  await page.evaluate(() => document.querySelector('.queue-scroll')?.scrollTo(0, 0))
  await measured('scrolling, 60 pixels a frame', 60, 60 * 600)
  return result
}

const rowOf = (what: string, queue: Scroll, blank: Scroll): Row => {
  const perSecond = ({ frames }: Scroll) => (frames.length * 1000) / frames.reduce((sum, one) => sum + one, 0)
  const { p50, p95, p99, max } = spread(queue.frames)
  const long = queue.frames.filter((one) => one > 50).length
  const ratio = perSecond(queue) / perSecond(blank)
  return {
    what: `${what} (software rendering)`,
    result:
      `${perSecond(queue).toFixed(0)} frames/s (${(ratio * 100).toFixed(0)} % of a blank page's ${perSecond(blank).toFixed(0)}), ` +
      `p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms; ${long} of ${queue.frames.length} frames over 50 ms; ${queue.rows} rows`,
    against: '60 frames/s',
    values: { perSecond: perSecond(queue), blank: perSecond(blank), ratio, p50, p95, p99, max, long, rows: queue.rows },
  }
}

const scroll = (page: Page, what: 'blank' | 'queue', by: number, distance: number): Promise<Scroll> =>
  page.evaluate(
    async ([kind, step, far]) => {
      const blank = document.createElement('div')
      if (kind === 'blank') {
        blank.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: Canvas; z-index: 9999'
        const tall = document.createElement('div')
        tall.style.height = `${far + 2000}px`
        blank.append(tall)
        document.body.append(blank)
      }
      const list = kind === 'blank' ? blank : document.querySelector('.queue-scroll')
      if (list === null) throw new Error('There is no list to scroll.')
      const frames: number[] = []
      let last = await new Promise(requestAnimationFrame)
      let stood = 0
      while (list.scrollTop < far && stood < 300) {
        const before = list.scrollTop
        list.scrollTop = before + step
        // Where the next page is not there yet it stands still; that is a frame as well.
        stood = list.scrollTop === before ? stood + 1 : 0
        const now = await new Promise(requestAnimationFrame)
        frames.push(now - last)
        last = now
      }
      const rows = Math.round(list.scrollTop / 63)
      blank.remove()
      return { frames, rows }
    },
    [what, by, distance] as const,
  )
