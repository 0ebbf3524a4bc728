import type { Page } from 'playwright-core'
import { createDice, spread } from '../measure.ts'
import type { Row } from '../report.ts'
import { word } from '../sample.ts'

type Answer = { total: number; asked: number }

/** Letter by letter in the queue's search box, each given time to be answered. */
export const measureSearching = async (page: Page, words: number): Promise<Row[]> => {
  await page.evaluate(() => void (window.location.hash = '#/queue?tab=all'))
  await page.locator('.queue-row').first().waitFor()
  const box = page.getByRole('searchbox')
  const dice = createDice(11)
  const answers: Answer[] = []
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
  const total = spread(answers.map((one) => one.total))
  const asked = spread(answers.map((one) => one.asked))
  const pause = spread(answers.map((one) => one.total - one.asked))
  const row = (what: string, { p50, p95, p99, max }: typeof total, against: string): Row => ({
    what: `search as you type, ${answers.length} keystrokes: ${what}`,
    result: `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
    against,
    values: { p50, p95, p99, max },
  })
  return [
    row('keystroke to pixels', total, 'p99 50 ms'),
    row('of it waiting for a pause in the typing', pause, ''),
    row('of it from the question to pixels', asked, 'p99 50 ms'),
  ]
}

const answerTo = async (page: Page, typed: string, letter: string): Promise<Answer> => {
  await page.evaluate((sought) => {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    Reflect.set(window, 'answer', promise)
    let asked = 0
    const isSought = (): boolean => new URLSearchParams(window.location.hash.split('?')[1]).get('search') === sought
    // The address names what is sought as soon as it is asked for.
    const replace = window.history.replaceState.bind(window.history)
    window.history.replaceState = (...given) => {
      replace(...given)
      if (asked === 0 && isSought()) asked = performance.now()
    }
    const look = (since: number): void =>
      void requestAnimationFrame(() => {
        const stale = document.querySelector('[data-stale], .queue-tabs .skeleton') !== null
        if (asked === 0 || stale) return look(since)
        window.history.replaceState = replace
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () =>
          resolve({ total: performance.now() - since, asked: performance.now() - asked }),
        )
        port1.start()
        port2.postMessage(null)
      })
    window.addEventListener('keydown', (event) => look(event.timeStamp), { capture: true, once: true })
  }, typed)
  await page.keyboard.press(letter)
  return page.evaluate(() => Reflect.get(window, 'answer') as Promise<Answer>)
}
