import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { ask, focused, isLost, tabTo } from './kit/keys.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'

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
  await expect.poll(() => focused(page)).toBe('In words')
  await page.keyboard.type('tomorrow 8:00')
  await page.getByText(/^Tomorrow, 8:00/).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  const notices = page.getByRole('region', { name: 'Notices' })
  await notices.getByText(/^Scheduled/).waitFor()

  await ask(page, 'lighthouse', /The lighthouse opens/)
  await expect.poll(() => address(page)).toMatch(/^#\/queue\/itm_/)
  const row = page.locator('.queue-row').filter({ hasText: 'The lighthouse opens' })
  await row.getByText('Scheduled').waitFor()

  await page.keyboard.press('Control+z')
  await notices.getByText(/^Undone: Scheduled/).waitFor()
  // Who undoes it here stays here.
  await row.getByText('Cancelled').waitFor()
  await expect.poll(() => address(page)).toMatch(/^#\/queue\/itm_/)
  await ask(page, 'redo', /^Redo: Scheduled/)
  await notices.getByText(/^Scheduled/).waitFor()
  await row.getByText('Scheduled').waitFor()

  // A time is typed where everything is.
  await ask(page, 'move to dec 1 2099 9:15', /^Move to .*9:15/)
  await notices.getByText(/^Moved to .*9:15/).waitFor()
  await row.getByText('9:15 AM').waitFor()
  // A notice that is pressed goes, and the focus goes back to where it came from.
  const before = await focused(page)
  await notices.getByRole('button', { name: 'Dismiss' }).last().press('Enter')
  await expect.poll(() => focused(page)).toBe(before)
  await page.keyboard.press('Control+n')
  await expect.poll(() => focused(page)).toBe('Post text')
  await page.keyboard.type('Ice on the pier')
  await ask(page, 'schedule for dec 2 2099 10:45', /^Schedule for .*10:45/)
  await notices.getByText(/^Scheduled to .*10:45/).waitFor()
})

journey(
  'the palette finds rooms, days and settings, the help names all keys, and neither keeps anybody out',
  async ({ start }) => {
    const desktop = await start()
    const { page } = desktop
    await page.getByRole('textbox', { name: 'Post text' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search posts, commands, or type a date' }).fill('go to date')
    await page.getByRole('option', { name: 'Go to a date' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: /^A day, such as/ }).waitFor()
    await page.keyboard.type('1.12.2027')
    await page.getByRole('option', { name: /in the calendar/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => address(page)).toBe('#/calendar/2027-12-01')
    for (const [keys, room] of [
      ['gd', '#/drafts'],
      ['gy', '#/activity'],
    ] as const) {
      await page.keyboard.type(keys)
      await expect.poll(() => address(page)).toBe(room)
      await expect.poll(() => isLost(page)).toBe(false)
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

journey('an account is connected and a table is brought in for it, by keys alone', async ({ home, start }) => {
  const site = join(home, 'site')
  await mkdir(site)
  const table = join(home, 'december.csv')
  await writeFile(table, 'Text,When,Account\nIce on the pier,2099-12-01 09:00,My site\nLights at dusk,soon,My site\n')
  const { page } = await start()
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await ask(page, 'connect an', 'Connect an account')
  await page.getByRole('dialog', { name: 'Connect an account' }).waitFor()
  await page.keyboard.type('folder')
  await tabTo(page, 'Folder')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toMatch(/^Name/)
  await page.keyboard.type('My site')
  await tabTo(page, /^Folder/)
  await page.keyboard.type(site)
  await page.keyboard.press('Enter')
  await page.getByRole('listitem', { name: 'My site' }).getByText('Connected').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.keyboard.type('gi')
  await page.getByRole('heading', { name: 'Import and export' }).waitFor()
  await tabTo(page, /^Choose files/)
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(table)
  for (const on of ['On to the columns', 'On to the posts']) {
    await page.getByRole('button', { name: on }).waitFor()
    await tabTo(page, new RegExp(`^${on}`))
    await page.keyboard.press('Enter')
  }
  const grid = page.getByRole('grid', { name: 'Posts to import' })
  await grid.getByText('“soon” is not a date and time.').waitFor()
  await tabTo(page, 'Ice on the pier')
  for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
  await expect.poll(() => focused(page)).toBe('soon')
  await page.keyboard.type('2 December 2099 18:30')
  await page.keyboard.press('Enter')
  await grid.getByText('is not a date and time').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Import 2 posts', disabled: false }).waitFor()
  await tabTo(page, /^Import 2 posts/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '2 posts imported' }).waitFor()
})

journey(
  'a shortcut that the person changed is heard, and still is after a new start in the room left last',
  async ({ start }) => {
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
    await again.page.getByRole('heading', { name: 'Drafts', exact: true }).waitFor()
    await again.page.keyboard.press('Control+1')
    await expect.poll(() => address(again.page)).toBe('#/queue')
    const shown = await again.electron.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()
        ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
        .flatMap((one) => one.accelerator ?? []),
    )
    expect(shown).toContain('CommandOrControl+Shift+D')
    await again.page.keyboard.press('Control+Shift+D')
    await expect.poll(() => address(again.page)).toBe('#/drafts')
  },
)
