import type { Page } from 'playwright-core'

/** What is pictured only after some steps; none of them hangs on the language. */
type Prepare = (page: Page) => Promise<void>

/** What is below the edge of the window comes to its top. */
export const toTop = (page: Page, what: string): Promise<void> =>
  page
    .locator(what)
    .first()
    .evaluate((element) => element.scrollIntoView())

/** So many rows an import is to be good for. */
const ROWS = 5_000
const DAY = 86_400_000
const FIRST = Date.UTC(2027, 5, 1, 9)

/** A table as it comes out of an office: among the rows are some with a date that is none, or without words. */
const table = (): string => {
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const when = new Date(FIRST + (index % 700) * DAY).toISOString().slice(0, 16).replace('T', ' ')
    const text = index % 40 === 7 ? '' : `Departure ${index + 1}: the ferry leaves from quay ${(index % 9) + 1}`
    return `${text},${index % 25 === 3 ? 'next week' : when},harbour,calm`
  })
  return ['Text,When,Tags,Mood', ...lines].join('\n')
}

const choose = (page: Page): Promise<void> =>
  page
    .locator('input[type=file][accept]')
    .setInputFiles({ name: 'departures.csv', mimeType: 'text/csv', buffer: Buffer.from(table()) })

const onward = (page: Page): Promise<void> => page.locator('.stage-foot .button-primary').click()

/** The import of a long table, as far as its columns. */
export const importColumns: Prepare = async (page) => {
  await choose(page)
  await page.locator('.file-found').waitFor()
  await onward(page)
}

/** As far as its rows. */
export const importRows: Prepare = async (page) => {
  await importColumns(page)
  await onward(page)
  await page.locator('[role=gridcell]').first().waitFor()
}

/** A cell of it is written in. */
export const importEdit: Prepare = async (page) => {
  await importRows(page)
  await page.locator('[role=gridcell]').nth(1).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Keys are given to a command that another has already. */
export const clashingKeys: Prepare = async (page) => {
  await page.locator('.key-row .button').nth(3).click()
  await page.keyboard.press('j')
}
