/*
 * Measures the real app on a data folder, in a session with a display and with POSTHORN_ELECTRON set:
 * node app-child.ts <folder> <file for the rows as JSON> [--quick].
 */
import { writeFileSync } from 'node:fs'
import { startDesktop } from '../journeys/kit/desktop.ts'
import { measureOpening } from './app/opening.ts'
import { measureScrolling } from './app/scrolling.ts'
import { measureSearching } from './app/searching.ts'
import { measureStarting, memoryOf, memoryRow } from './app/starting.ts'
import { measureTyping } from './app/typing.ts'
import type { Row } from './report.ts'

const [home = '', kept = ''] = process.argv.slice(2)
const quick = process.argv.includes('--quick')

/** Rows are kept as they come: a part that fails takes nothing from those before it. */
const rows: Row[] = []
const keep = (measured: readonly Row[]): void => {
  rows.push(...measured)
  for (const { what, result } of measured) process.stderr.write(`${what}: ${result}\n`)
  writeFileSync(kept, JSON.stringify(rows))
}

keep(await measureStarting(home, quick ? 3 : 5))
const desktop = await startDesktop({ home })
try {
  const { page } = desktop
  const resize = (width: number, height: number) =>
    desktop.electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
  // Room for the previews of all accounts side by side.
  await resize(1920, 1000)
  await page.getByRole('main').waitFor({ timeout: 90_000 })
  // Missed posts are offered for review, sooner or later.
  await page.addLocatorHandler(page.getByRole('dialog'), () => page.keyboard.press('Escape'))
  // What is fetched when the page is at rest.
  await page.waitForTimeout(3_000)
  keep(await measureTyping(page, quick ? 100 : 300))
  await resize(1280, 800)
  keep(await measureSearching(page, quick ? 8 : 15))
  keep(await measureScrolling(page, quick ? 5_000 : 20_000))
  await measureOpening(page, quick ? 5 : 10, (row) => keep([row]))
  keep([memoryRow('memory after all this', memoryOf(desktop.electron.process().pid ?? 0))])
} finally {
  await desktop.quit()
}
