import type { Page } from 'playwright-core'
import { spread } from '../measure.ts'
import type { Row } from '../report.ts'
import { putWatch } from './watch.ts'

const SENTENCES =
  'The boat is ready, and so is the crew. We sail at nine from the old pier, wind from the west, sun all day. ' +
  'Who wants to come along: write to us until tonight! More about the ferry stands at https://example.org/ferry #harbour. '

/** Between two keystrokes of somebody who types fast, in milliseconds. */
const BETWEEN = 55

/** Keystrokes in the composer, with the previews of five accounts beside it. */
export const measureTyping = async (page: Page, times: number): Promise<Row[]> => {
  await page.getByRole('button', { name: 'New post' }).click()
  for (const chip of await page.locator('.account-chip').all()) {
    if ((await chip.getAttribute('aria-pressed')) !== 'true') await chip.click()
  }
  const field = page.getByRole('textbox', { name: 'Post text' })
  await field.fill('First. ')
  await page.locator('.preview-card').nth(4).waitFor()
  const rows = [await type(page, times, 'typing, 5 previews')]
  await field.fill(SENTENCES.repeat(10))
  await page.waitForTimeout(1_500)
  rows.push(await type(page, times / 2, 'typing behind 2,200 characters, 5 previews'))
  await page.evaluate(() => {
    const [, postId] = /compose\/(\w+)/.exec(window.location.hash) ?? []
    return Reflect.get(window, 'posthorn').call('posts.delete', { postId })
  })
  return rows
}

const type = async (page: Page, times: number, what: string): Promise<Row> => {
  await putWatch(page)
  for (let number = 0; number < times; number += 1) {
    const key = SENTENCES[number % SENTENCES.length] ?? ' '
    await page.keyboard.press(key)
    await page.waitForTimeout(BETWEEN)
  }
  await page.waitForTimeout(200)
  const { strokes, long } = await page.evaluate(() => window.watch)
  const handlers = spread(strokes.map((one) => one.handlers))
  const frame = spread(strokes.map((one) => one.frame).filter((one) => one > 0))
  return {
    what: `${what}, ${times} keystrokes: handlers`,
    result:
      `p50 ${handlers.p50.toFixed(1)} ms, p95 ${handlers.p95.toFixed(1)}, p99 ${handlers.p99.toFixed(1)}; ` +
      `to the next frame p50 ${frame.p50.toFixed(0)} ms, p95 ${frame.p95.toFixed(0)}, p99 ${frame.p99.toFixed(0)}; ` +
      `${long.length} tasks over 50 ms`,
    against: 'p99 16 ms',
    values: {
      p50: handlers.p50,
      p95: handlers.p95,
      p99: handlers.p99,
      max: handlers.max,
      frameP50: frame.p50,
      frameP95: frame.p95,
      frameP99: frame.p99,
      longTasks: long.length,
      ratio: handlers.p99 / 16,
    },
  }
}
