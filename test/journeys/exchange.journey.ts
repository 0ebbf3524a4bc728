import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Desktop } from './kit/desktop.ts'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'

const openExchange = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await page.evaluate(() => void (location.hash = '#/exchange'))
  await page.getByRole('heading', { name: 'Import and export' }).waitFor()
}

const chooseFile = (page: Page, path: string): Promise<void> =>
  page.locator('input[type=file][accept]').setInputFiles(path)

const look = async ({ page, electron, shoot }: Desktop, name: string, width = 1120): Promise<void> => {
  await electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800), width)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width)
  await shoot(`exchange-${name}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

journey('a table with two mistakes is put right by the keyboard, imported and taken back', async ({ home, start }) => {
  const file = join(home, 'december.csv')
  await writeFile(
    file,
    'Text,When,Tags,Mood\nIce on the pier,2099-12-01 09:00,harbour,calm\nLights at dusk,next week,harbour,bright\n,2099-12-03 09:00,,\n',
  )
  const desktop = await start()
  const { page } = desktop
  await openExchange(page)
  await look(desktop, 'choose')
  expect(await lookForBarriers(page)).toEqual([])
  await chooseFile(page, file)
  await page.getByRole('button', { name: 'On to the columns' }).waitFor()
  await look(desktop, 'file')
  expect(await lookForBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'On to the columns' }).press('Enter')
  await page.getByText('1 column is left out: “Mood”.').waitFor()
  await look(desktop, 'columns')
  expect(await lookForBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'On to the posts' }).press('Enter')
  const grid = page.getByRole('grid', { name: 'Posts to import' })
  await grid.getByText('“next week” is not a date and time.').waitFor()
  await look(desktop, 'rows')
  await look(desktop, 'rows-narrow', 400)
  await look(desktop, 'rows-wide', 1440)
  expect(await lookForBarriers(page)).toEqual([])

  const cell = grid.getByRole('gridcell')
  await cell.filter({ hasText: 'Ice on the pier' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2 December 2099 18:30')
  await page.keyboard.press('Enter')
  await grid.getByText('is not a date and time').waitFor({ state: 'detached' })
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('Snow in the harbour')
  await page.keyboard.press('Enter')
  // What stands in the last cell is taken into the one above, and out of it again.
  await page.keyboard.press('ControlOrMeta+c')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ControlOrMeta+v')
  await expect.poll(() => cell.filter({ hasText: 'Snow in the harbour' }).count()).toBe(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => cell.filter({ hasText: 'Snow in the harbour' }).count()).toBe(1)
  const run = page.getByRole('button', { name: 'Import 3 posts' })
  await expect.poll(() => run.isEnabled()).toBe(true)
  await run.press('Enter')
  await page.getByRole('heading', { name: '3 posts imported' }).waitFor()
  await look(desktop, 'done')
  expect(await lookForBarriers(page)).toEqual([])
  await page.getByRole('button', { name: /^Undo the import of/ }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo the import' }).press('Enter')
  await page.getByRole('heading', { name: '3 posts deleted again' }).waitFor()

  await page.getByRole('tab', { name: 'Export' }).click()
  await look(desktop, 'export')
  expect(await lookForBarriers(page)).toEqual([])
})
