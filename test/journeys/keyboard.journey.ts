import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'

/** What the element with the focus is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
  })

/** Goes on from element to element, as without a mouse, until one with this name has the focus. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  for (let presses = 0; presses < 90; presses += 1) {
    const here = await focused(page)
    if (typeof name === 'string' ? here === name : name.test(here)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Nothing called ${String(name)} gets the focus.`)
}

/** Opens the palette, says what is meant, and takes the first that is found. */
const ask = async (page: Page, text: string, expects: string | RegExp): Promise<void> => {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /Search posts/ })
  await field.waitFor()
  await page.keyboard.type(text)
  await page.getByRole('option', { name: expects, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'detached' })
}

const address = (page: Page): Promise<string> => page.evaluate(() => window.location.hash)

journey('a post is written, scheduled, taken back, scheduled again and found, by keys alone', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await page.keyboard.press('Control+n')
  await expect.poll(() => focused(page)).toBe('Post text')
  await page.keyboard.type('The lighthouse opens on Sunday')
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByRole('dialog', { name: 'When to publish' }).waitFor()
  await tabTo(page, /^Tomorrow/)
  await page.keyboard.press('Enter')
  if (await page.getByRole('dialog', { name: 'When to publish' }).isVisible()) {
    await tabTo(page, 'Set time')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+Enter')
  const notices = page.getByRole('region', { name: 'Notices' })
  await notices.getByText(/^Scheduled/).waitFor()

  await ask(page, 'lighthouse', /The lighthouse opens/)
  await expect.poll(() => address(page)).toMatch(/^#\/queue\/itm_/)
  const row = page.locator('.queue-row').filter({ hasText: 'The lighthouse opens' })
  await row.getByText('Scheduled').waitFor()

  await page.keyboard.press('Control+z')
  await notices.getByText(/^Undone: Scheduled/).waitFor()
  await expect.poll(() => row.count()).toBe(0)
  await ask(page, 'redo', /^Redo: Scheduled/)
  await notices.getByText(/^Scheduled/).waitFor()
  await row.getByText('Scheduled').waitFor()
})

journey(
  'the palette finds rooms, days and settings, the help names all keys, and neither keeps anybody out',
  async ({ start }) => {
    const desktop = await start()
    const { page } = desktop
    await page.getByRole('textbox', { name: 'Post text' }).waitFor()
    await ask(page, '1.12.2027', /in the calendar/)
    await expect.poll(() => address(page)).toBe('#/calendar/2027-12-01')
    for (const [keys, room] of [
      ['gd', '#/drafts'],
      ['gy', '#/activity'],
    ] as const) {
      await page.keyboard.type(keys)
      await expect.poll(() => address(page)).toBe(room)
    }

    for (const appearance of ['light', 'dark']) {
      await page.evaluate(
        (how) => Reflect.get(window, 'posthorn').call('settings.update', { appearance: how }),
        appearance,
      )
      await page.keyboard.press('Control+k')
      await page.getByRole('option', { name: 'New post' }).waitFor()
      expect(await lookForBarriers(page)).toEqual([])
      await desktop.shoot(`palette-${appearance}`)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor({ state: 'detached' })
      await page.keyboard.type('?')
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
      expect(await lookForBarriers(page)).toEqual([])
      await desktop.shoot(`help-${appearance}`)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  },
)

journey('a shortcut that the person changed is heard, and still is after a new start', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await ask(page, 'keyboard', 'Keyboard')
  await page.getByRole('region', { name: 'Go to' }).waitFor()
  await tabTo(page, 'Change the keys of Drafts')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+k')
  await page.getByText(/Ctrl\+K is already used by “Search and commands”/).waitFor()
  expect(await lookForBarriers(page)).toEqual([])
  await desktop.shoot('keyboard-conflict')
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Change the keys of Drafts')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+D')
  await page.keyboard.press('Enter')
  await page.getByText('Kept: Drafts, Ctrl+Shift+D.').waitFor()
  await page.keyboard.press('Control+Shift+D')
  await expect.poll(() => address(page)).toBe('#/drafts')
  await desktop.quit()

  const again = await start()
  await again.page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await again.page.keyboard.press('Control+Shift+D')
  await expect.poll(() => address(again.page)).toBe('#/drafts')
})
