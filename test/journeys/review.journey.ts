import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { systemClock } from '../../src-main/shell/system-clock.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { journey } from './kit/journey.ts'
import { pressOn, tabTo } from './kit/keys.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { queueRow } from './kit/rooms.ts'

type Call = (
  method: string,
  input: unknown,
) => Promise<{ ok: boolean; value: { id: string; entries: { id: string }[] } }>

/** Posts for times to come. */
const leaveBehind = (page: Page, texts: readonly string[]): Promise<void> =>
  page.evaluate(async (all) => {
    const { call } = Reflect.get(window, 'posthorn') as { call: Call }
    const accountId = (await call('accounts.list', {})).value.entries[0]?.id
    const times = [
      { day: 1, time: '09:00' },
      { day: 3, time: '17:30' },
    ]
    await call('slots.save', { name: 'Harbour news', zone: 'Europe/Berlin', times })
    for (const [index, text] of all.entries()) {
      const when = { kind: 'in', seconds: 3600 * (index + 1) }
      await call('posts.save', { text, targets: [{ accountId }], when })
    }
  }, texts)

/** The times of what is scheduled lie in the past all at once, as if the app had been closed since. */
const lieBehind = async (home: string): Promise<void> => {
  const store = await openStore(home, { clock: systemClock, log: { info() {}, warn() {}, error() {} } })
  for (const item of await store.items.inStates(['scheduled'])) {
    if (item.schedule === null) continue
    const at = item.schedule.at - 30 * 3_600_000
    await store.items.put({ ...item, nextAt: at, schedule: { ...item.schedule, at } })
  }
  await store.close()
}

journey(
  'what was missed is put before the person at the next start, who decides for each or for all',
  async ({ home, start }) => {
    const first = await start()
    await first.page.getByRole('textbox', { name: 'Post text' }).waitFor()
    const texts = [
      'Morning news from the harbour',
      'The ferry leaves at noon',
      'Fish of the day',
      'Lights of the pier',
      'Good night',
    ]
    await leaveBehind(first.page, texts)
    await first.kill()
    await lieBehind(home)

    const desktop = await start()
    const { page, electron } = desktop
    const sheet = page.getByRole('dialog', { name: '5 posts were missed' })
    await sheet.waitFor()
    const look = async (name: string, appearance: 'light' | 'dark', width: number) => {
      await page.evaluate(
        (how) => Reflect.get(window, 'posthorn').call('settings.update', { appearance: how }),
        appearance,
      )
      await electron.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800),
        width,
      )
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width)
      await desktop.shoot(`review-${name}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      if (width > 1000) expect(await lookForBarriers(page)).toEqual([])
    }
    await look('narrow', 'light', 400)
    await look('dark', 'dark', 1120)
    await look('light', 'light', 1120)

    // By the keyboard alone: the second one is skipped, and comes back.
    await tabTo(page, /^Skip.*Morning news/)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '4 posts were missed' }).waitFor()
    expect(await page.getByText(texts[1] ?? '').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await sheet.waitFor()

    await pressOn(page, /^Next free slot.*Good night/)
    const four = page.getByRole('dialog', { name: '4 posts were missed' })
    await four.waitFor()
    await pressOn(page, 'Publish all now')
    await page.getByText('All is decided').waitFor()
    await desktop.shoot('review-empty')
    await pressOn(page, 'Close')

    await (await queueRow(page, 'Published', 'Morning news')).waitFor()
    const upcoming = await queueRow(page, 'Upcoming', '')
    await expect.poll(() => upcoming.count()).toBe(4)
    expect(await page.locator('.queue-row').filter({ hasText: 'Good night' }).innerText()).toContain('Harbour news')
  },
  60_000,
)
