import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'

const DAY = 86_400_000

/** A day as the calendar names it in its elements, so many days from today. */
const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

/** Schedules a post at noon, so many days from today, and shows the calendar. */
const openWith = async (page: Page, texts: readonly { text: string; days: number }[]): Promise<void> => {
  await page.getByRole('navigation').first().waitFor()
  await page.evaluate(
    async (posts) => {
      const { call } = Reflect.get(window, 'posthorn')
      await call('settings.update', { zone: 'UTC' })
      const [account] = (await call('accounts.list', {})).value.entries
      const targets = [{ accountId: account.id }]
      for (const { text, at } of posts) {
        await call('posts.save', { text, targets, when: { kind: 'instant', at, zone: 'UTC' } })
      }
    },
    texts.map(({ text, days }) => ({ text, at: `${dayFromNow(days)}T12:00:00.000Z` })),
  )
  await page.getByRole('navigation').getByRole('link', { name: 'Calendar' }).click()
  await page.getByRole('tab', { name: 'Month' }).click()
  await page.getByRole('grid', { name: 'Month' }).waitFor()
}

const postOn = (page: Page, day: string, text: string) =>
  page.locator(`[data-day="${day}"]`).getByRole('button', { name: new RegExp(text) })

journey(
  'by the keyboard alone a post moves to the next day, and comes back; a second zone is shown',
  async ({ start }) => {
    const { page } = await start()
    await openWith(page, [{ text: 'The ferry is late', days: 1 }])
    await postOn(page, dayFromNow(1), 'The ferry is late').waitFor()

    await page.keyboard.press('t')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-day'))).toBe(dayFromNow(0))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toMatch(/The ferry is late/)
    await page.keyboard.press('Alt+ArrowRight')
    await postOn(page, dayFromNow(2), 'The ferry is late').waitFor()
    await page.getByText(/^Moved to .*\.$/).waitFor()
    // The keys stay with the post.
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toMatch(/The ferry is late/)

    await page.keyboard.press('Control+z')
    await postOn(page, dayFromNow(1), 'The ferry is late').waitFor()
    await postOn(page, dayFromNow(2), 'The ferry is late').waitFor({ state: 'detached' })

    // A second zone stands beside the first: in the head, and with each post.
    await page.getByRole('button', { name: /^Time zone: / }).click()
    await page.getByRole('menuitem', { name: 'Show a second zone' }).click()
    await page.getByRole('dialog').getByRole('combobox', { name: 'Zone' }).fill('tokyo')
    await page.getByRole('option', { name: 'Asia/Tokyo' }).click()
    await page.getByRole('button', { name: 'Show it' }).click()
    await page.getByRole('button', { name: /^Time zone: .* · .*Tokyo/ }).waitFor()
    const described = () => postOn(page, dayFromNow(1), 'The ferry is late').getAttribute('title')
    await expect.poll(described).toMatch(/ UTC · (21:00|9:00\s?PM) Tokyo\n/i)
    await page.getByRole('button', { name: /^Time zone: / }).click()
    await page.getByRole('menuitem', { name: 'Hide Tokyo' }).click()
    await expect.poll(described).not.toContain('Tokyo')
  },
)

journey(
  'what a day has no room for is listed in place; from there a post moves by the same keys',
  async ({ start }) => {
    const { page } = await start()
    const texts = Array.from({ length: 14 }, (_, index) => `Ferry ${index + 1} is late.`)
    await openWith(
      page,
      texts.map((text) => ({ text, days: 1 })),
    )
    const day = page.locator(`[data-day="${dayFromNow(1)}"]`)
    const more = day.getByRole('button', { name: /more on this day/ })
    await more.focus()
    await page.keyboard.press('Enter')
    const list = page.getByRole('dialog')
    await list
      .getByRole('listitem')
      .nth(texts.length - 1)
      .waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.closest('[role=dialog] li')?.textContent ?? '')
    await expect.poll(focused).toMatch(/Ferry \d+ is late/)
    expect(await lookForBarriers(page)).toEqual([])

    // One is looked at and closed again: the list is still there, and so is the place in it.
    const first = await focused()
    await page.keyboard.press('ArrowDown')
    const second = await focused()
    expect(second).not.toBe(first)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Edit' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Edit' }).waitFor({ state: 'detached' })
    await expect.poll(focused).toBe(second)

    await page.keyboard.press('Alt+ArrowRight')
    await list.waitFor({ state: 'detached' })
    const text = /Ferry \d+ is late\./.exec(second)?.[0] ?? ''
    await postOn(page, dayFromNow(2), text.replace('.', '\\.')).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toContain(text)

    await more.click()
    await list.getByRole('button', { name: 'Show in agenda' }).click()
    await page.getByRole('tab', { name: 'Agenda', selected: true }).waitFor()
  },
)

/** Holds a post over a day with the pointer, until it is let go. */
const dragOver = async (page: Page, post: Locator, day: Locator): Promise<void> => {
  const from = await post.boundingBox()
  const to = await day.boundingBox()
  if (from === null || to === null) throw new Error('There is nothing to drag, or nowhere to drag it.')
  await page.mouse.move(from.x + 20, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 })
}

journey('a post is dropped on a day to come, and comes back; dropped on a past day it stays', async ({ start }) => {
  const { page } = await start()
  await openWith(page, [{ text: 'The ferry is late', days: 1 }])
  const later = postOn(page, dayFromNow(2), 'The ferry is late')
  await dragOver(page, postOn(page, dayFromNow(1), 'The ferry is late'), page.locator(`[data-day="${dayFromNow(2)}"]`))
  await page.mouse.up()
  await later.waitFor()
  await page.getByText(/^Moved to .*\.$/).waitFor()
  expect(await later.getAttribute('aria-label')).toContain('12:00')
  await page.keyboard.press('Control+z')
  await later.waitFor({ state: 'detached' })
  // Where today is the first day on show nothing before it is.
  const past = page.locator('.cal-cell[data-past]')
  if ((await past.count()) === 0) await page.getByRole('button', { name: 'Previous month' }).click()
  const post = postOn(page, dayFromNow(1), 'The ferry is late')
  await dragOver(page, post, past.last())
  // Told while it is held, not only after.
  await page.locator('.cal-hand').getByText('That time is past.').waitFor()
  await page.mouse.up()
  await page.getByRole('status').getByText('That time is past.').waitFor()
  await post.waitFor()

  // Held over the hours of the night it opens them, and can be dropped there.
  await page.evaluate((day) => window.location.replace(`#/calendar/${day}?view=week`), dayFromNow(1))
  const night = page.getByRole('button', { name: /nothing planned/ }).first()
  await page.getByRole('tab', { name: 'Week', selected: true }).waitFor()
  await dragOver(page, page.getByRole('button', { name: /The ferry is late/ }), night)
  await page
    .getByRole('button', { name: /hide these hours/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await page.mouse.up()
})

journey('month, week and agenda keep nobody out, in both lights', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await openWith(
    page,
    Array.from({ length: 12 }, (_, number) => ({ text: `Harbour news ${number}`, days: 1 + (number % 4) })),
  )
  const barriers: string[] = []
  for (const appearance of ['light', 'dark']) {
    await page.evaluate(
      (how) => Reflect.get(window, 'posthorn').call('settings.update', { appearance: how }),
      appearance,
    )
    for (const view of ['Month', 'Week', 'Agenda']) {
      await page.getByRole('tab', { name: view }).click()
      await page
        .getByRole('tabpanel', { name: view })
        .getByRole('button', { name: /Harbour news/ })
        .first()
        .waitFor()
      await desktop.shoot(`30-calendar-${view.toLowerCase()}-${appearance}`)
      for (const barrier of await lookForBarriers(page)) barriers.push(`${appearance} ${view}: ${barrier}`)
    }
  }
  expect(barriers).toEqual([])
})
