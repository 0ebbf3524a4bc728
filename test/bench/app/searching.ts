import type { Page } from 'playwright-core'
import { createDice, spread } from '../measure.ts'
import type { Row } from '../report.ts'
import { word } from '../sample.ts'

/** Letter by letter in the queue's search box, each given time to be answered. */
export const measureSearching = async (page: Page, words: number): Promise<Row[]> => {
  await page.evaluate(() => void (window.location.hash = '#/queue?tab=all'))
  await page.locator('.queue-row').first().waitFor()
  const box = page.getByRole('searchbox')
  const dice = createDice(11)
  const answers: number[] = []
  for (let number = 0; number < words; number += 1) {
    const typed = word(Math.floor(20_000 ** dice()))
    await box.fill('')
    await page.waitForTimeout(400)
    let sofar = ''
    for (const letter of typed) {
      sofar += letter
      answers.push(await answerTo(page, sofar, letter))
    }
  }
  await box.fill('')
  const { p50, p95, p99, max } = spread(answers)
  return [
    {
      what: `search as you type, ${answers.length} keystrokes: keystroke to pixels`,
      result: `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
      against: 'p99 50 ms',
      values: { p50, p95, p99, max },
    },
  ]
}

/** Milliseconds from the key to the frame in which the list shows what was found by all that is typed. */
const answerTo = async (page: Page, typed: string, letter: string): Promise<number> => {
  await page.evaluate((sought) => {
    const { promise, resolve } = Promise.withResolvers<number>()
    Reflect.set(window, 'answer', promise)
    // The list is marked as busy in the same moment in which the field takes the letter.
    const isAnswered = (): boolean =>
      document.querySelector<HTMLInputElement>('[type=search]')?.value === sought &&
      document.querySelector('.queue-scroll[aria-busy=true], .queue-tabs .skeleton') === null
    const look = (since: number): void =>
      void requestAnimationFrame(() => {
        if (!isAnswered()) return look(since)
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now() - since))
        port1.start()
        port2.postMessage(null)
      })
    window.addEventListener('keydown', (event) => look(event.timeStamp), { capture: true, once: true })
  }, typed)
  await page.keyboard.press(letter)
  return page.evaluate(() => Reflect.get(window, 'answer') as Promise<number>)
}
