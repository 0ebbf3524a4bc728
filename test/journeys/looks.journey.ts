import { expect } from 'vitest'
import type { Desktop } from './kit/desktop.ts'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { makePicture } from './kit/picture.ts'
import { nextMinute, openRoom, openSettings, queueRow, scheduleAt, writePost } from './kit/rooms.ts'

/** A few posts in different states, and one on the page. */
const fillRooms = async ({ page }: Desktop, home: string): Promise<void> => {
  await writePost(page, 'Published a moment ago, with a link to https://example.org/harbour', ['My posts'])
  await page.getByRole('button', { name: 'Publish now', exact: true }).click()
  await (await queueRow(page, 'Published', 'Published a moment ago')).waitFor()
  await writePost(page, 'Tomorrow we sail. '.repeat(12), ['My posts'])
  await scheduleAt(page, nextMinute(90_000))
  await (await queueRow(page, 'Upcoming', 'Tomorrow we sail')).waitFor()
  await writePost(page, 'The boat is ready, and so is the crew.\n\nSee you at the pier #harbour', ['My posts'])
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach files' }).click(),
  ])
  await chooser.setFiles(await makePicture(home))
  await page.getByLabel('Description of file 1 of 1').fill('A sailing boat before the evening sun')
  await page.getByText('Saved').first().waitFor()
  const notices = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' })
  while ((await notices.count()) > 0) await notices.first().click()
}

/** Rules and programs, so that their pages have something to show. */
const fillSettings = ({ page }: Desktop): Promise<void> =>
  page.evaluate(async () => {
    const { call } = Reflect.get(window, 'posthorn')
    const times = [1, 2, 3, 4, 5].flatMap((day) => [
      { day, time: '09:00' },
      { day, time: '17:30' },
    ])
    await call('slots.save', {
      name: 'Harbour news from the whole of the northern coast',
      zone: 'Europe/Berlin',
      times,
    })
    const day = { kind: 'period', period: 'DAY', zone: 'Europe/Berlin' }
    await call('quota.save', { subject: { kind: 'everything' }, unit: 'posts', limit: 5, window: day })
    await call('keys.create', { name: 'Nightly import', kind: 'live' })
    await call('hooks.save', { url: 'https://hooks.example.org/posthorn?and=more', events: ['post.published'] })
  })

type Look = {
  name: string
  appearance: 'light' | 'dark'
  width: number
  zoom: number
  /** Left out: all of them. */
  rooms?: readonly RoomName[]
}

const MAIN: readonly RoomName[] = ['composer', 'queue', 'slots', 'limits']

const LOOKS: readonly Look[] = [
  { name: 'light', appearance: 'light', width: 1120, zoom: 1 },
  { name: 'dark', appearance: 'dark', width: 1120, zoom: 1 },
  { name: 'narrow', appearance: 'light', width: 400, zoom: 1 },
  { name: 'narrow-dark', appearance: 'dark', width: 400, zoom: 1, rooms: MAIN },
  { name: 'wide', appearance: 'light', width: 1560, zoom: 1, rooms: MAIN },
  { name: 'zoomed', appearance: 'light', width: 1120, zoom: 2, rooms: MAIN },
  { name: 'smallest', appearance: 'light', width: 640, zoom: 2 },
]

journey('every room fits the window, in both lights, narrow, wide and enlarged', async ({ home, start }) => {
  const desktop = await start()
  const { electron, page } = desktop
  await fillRooms(desktop, home)
  await fillSettings(desktop)
  const barriers: string[] = []
  const tooWide: string[] = []
  for (const { name, appearance, width, zoom, rooms = ROOM_NAMES } of LOOKS) {
    await page.evaluate(
      (how) => Reflect.get(window, 'posthorn').call('settings.update', { appearance: how }),
      appearance,
    )
    await electron.evaluate(
      ({ BrowserWindow }, to) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.setContentSize(to.width, 800)
        window?.webContents.setZoomFactor(to.zoom)
      },
      { width, zoom },
    )
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width / zoom)
    for (const room of rooms) {
      await ROOMS[room](desktop)
      await desktop.shoot(`look-${name}-${room}`)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (over > 0) tooWide.push(`${name} ${room}: ${over} px`)
      if (name !== 'light' && name !== 'dark') continue
      for (const barrier of await lookForBarriers(page)) barriers.push(`${name} ${room}: ${barrier}`)
    }
  }
  expect(tooWide).toEqual([])
  expect(barriers).toEqual([])
})

const settingsPage =
  (tab: string, shows: string) =>
  async ({ page }: Desktop): Promise<void> => {
    await openSettings(page, tab)
    await page.getByText(shows).first().waitFor()
  }

const ROOMS = {
  composer: async ({ page }: Desktop) => {
    await openRoom(page, 'Drafts')
    await page.getByRole('link', { name: /^Edit draft: The boat is ready/ }).click()
    await page.getByRole('heading', { name: 'Edit draft' }).waitFor()
  },
  queue: async ({ page }: Desktop) => {
    await (await queueRow(page, 'All', 'Tomorrow we sail')).waitFor()
  },
  accounts: async ({ page }: Desktop) => {
    await openRoom(page, 'Accounts')
    await page.getByRole('listitem', { name: 'My posts' }).waitFor()
  },
  channels: async ({ page }: Desktop) => {
    await openRoom(page, 'Accounts')
    await page.getByRole('link', { name: 'What each channel allows' }).click()
    await page.getByRole('link', { name: 'Mastodon' }).waitFor()
  },
  channel: async ({ page }: Desktop) => {
    await openRoom(page, 'Accounts')
    await page.getByRole('link', { name: 'What each channel allows' }).click()
    await page.getByRole('link', { name: 'Instagram' }).click()
    await page.getByRole('heading', { name: 'What Instagram allows' }).waitFor()
  },
  settings: async ({ page }: Desktop) => {
    await openRoom(page, 'Settings')
    await page.getByRole('tab', { name: 'General' }).click()
    await page.getByRole('region', { name: 'Appearance' }).waitFor()
  },
  slots: async ({ page }: Desktop) => {
    await openRoom(page, 'Slots')
    await page.getByRole('region', { name: 'Next slots' }).waitFor()
  },
  limits: settingsPage('Limits', '5 posts a day'),
  suggestions: settingsPage('Suggestions', 'Posthorn itself'),
  api: settingsPage('HTTP API', 'Nightly import'),
  webhooks: settingsPage('Webhooks', 'https://hooks.example.org'),
  assistants: settingsPage('Assistants', 'Connect one'),
  data: settingsPage('Your data', 'Make a snapshot now'),
}
type RoomName = keyof typeof ROOMS
const ROOM_NAMES = Object.keys(ROOMS) as RoomName[]
