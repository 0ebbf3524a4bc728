import type { Page } from 'playwright-core'
import { spread } from '../measure.ts'
import type { Row } from '../report.ts'
import { type Opening, putWatch, timeToShown } from './watch.ts'

type Door = Opening & { what: string; from: string; act: (page: Page) => Promise<void> }

const link = (name: string) => (page: Page) => page.getByRole('navigation').getByRole('link', { name }).click()
const FAR = '#/health'
const POSTS = '.cal-scroll[aria-busy=false] .cal-post'

const DOORS: readonly Door[] = [
  { what: 'queue', from: FAR, event: 'pointerup', shows: '.queue-row', act: link('Queue') },
  {
    what: "an item's panel",
    from: '#/queue?tab=published',
    event: 'pointerup',
    shows: '.item-panel .item-text',
    act: (page) => page.locator('.queue-main').nth(3).click(),
  },
  {
    what: 'composer',
    from: FAR,
    event: 'pointerup',
    shows: '.editor-text',
    act: (page) => page.getByRole('button', { name: 'New post' }).click(),
  },
  { what: 'calendar, as it was last looked at', from: FAR, event: 'pointerup', shows: POSTS, act: link('Calendar') },
  {
    what: 'calendar, week',
    from: '#/calendar?view=month',
    event: 'keydown',
    shows: `.cal-week .cal-post`,
    act: (page) => page.keyboard.press('2'),
  },
  { what: 'today', from: FAR, event: 'pointerup', shows: '.today-row', act: link('Today') },
  {
    what: 'palette',
    from: FAR,
    event: 'keydown',
    shows: '.palette-option',
    act: (page) => page.keyboard.press('Control+K'),
  },
]

/** From the click to the pixels, for each of the rooms. */
export const measureOpening = async (page: Page, times: number, keep: (row: Row) => void): Promise<void> => {
  await putWatch(page)
  for (const door of DOORS) {
    const durations: number[] = []
    for (let number = 0; number <= times; number += 1) durations.push(await open(page, door))
    const [first = Number.NaN, ...again] = durations
    const { p50, p99, max } = spread(again)
    keep({
      what: `opening: ${door.what}, click to pixels`,
      result: `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, the first time ${first.toFixed(0)} ms`,
      against: '100 ms',
      values: { p50, p99, max, first, ratio: p50 / 100 },
    })
  }
}

const open = async (page: Page, { from, act, ...opening }: Door): Promise<number> => {
  await page.evaluate((to) => void (window.location.hash = to), from)
  await page.locator(opening.shows).first().waitFor({ state: 'detached' })
  await page.waitForTimeout(300)
  const ms = await timeToShown(page, opening, () => act(page))
  await page.keyboard.press('Escape')
  return ms
}
