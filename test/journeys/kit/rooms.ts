import type { Locator, Page } from 'playwright-core'

/*
 * What a person does in the rooms of the interface, found by what it is called on the screen.
 */

type Bluesky = { name: string; service: string; handle: string; password: string }

/** Fills in the form that connects a Bluesky account, and sends it. */
export const askToConnectBluesky = async (page: Page, { name, service, handle, password }: Bluesky): Promise<void> => {
  await openRoom(page, 'Accounts')
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Bluesky' }).click()
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Server').fill(service)
  await form.getByLabel('Handle').fill(handle)
  await form.getByLabel(/password/i).fill(password)
  await form.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** Connects an account and waits until it stands among the others as connected. */
export const connectBluesky = async (page: Page, bluesky: Bluesky): Promise<void> => {
  await askToConnectBluesky(page, bluesky)
  await accountCard(page, bluesky.name).getByText('Connected').waitFor()
}

export const accountCard = (page: Page, name: string): Locator => page.getByRole('listitem', { name })

type Room = 'Queue' | 'Drafts' | 'Slots' | 'Accounts' | 'Settings'

/** Where the window is narrow, some rooms are behind `More`. */
export const openRoom = async (page: Page, room: Room): Promise<void> => {
  const link = page.getByRole('navigation').getByRole('link', { name: room })
  const more = page.getByRole('navigation').getByRole('button', { name: 'More' })
  await link.or(more).first().waitFor()
  if (await link.isVisible()) return link.click()
  await more.click()
  await page.getByRole('menuitem', { name: room }).click()
}

/** Opens a page of the settings by its tab. */
export const openSettings = async (page: Page, tab: string): Promise<void> => {
  await openRoom(page, 'Settings')
  await page.getByRole('tab', { name: tab }).click()
}

/** Begins a post and writes its text; only the accounts named are chosen. */
export const writePost = async (page: Page, text: string, accounts: readonly string[]): Promise<void> => {
  await page.getByRole('button', { name: 'New post' }).click()
  const chips = page.getByRole('group', { name: 'Accounts' }).locator('.account-chip')
  await chips.first().waitFor()
  for (const chip of await chips.all()) {
    const name = (await chip.getAttribute('aria-label')) ?? ''
    const chosen = (await chip.getAttribute('aria-pressed')) === 'true'
    if (chosen !== accounts.includes(name)) await chip.click()
  }
  await page.getByRole('textbox', { name: 'Post text' }).fill(text)
}

/** Sets the post's time by the keyboard, as typed into the field, and schedules it. Only whole minutes can be typed. */
export const scheduleAt = async (page: Page, at: Date): Promise<void> => {
  await page.getByRole('button', { name: /^When:/ }).click()
  const panel = page.getByRole('dialog', { name: 'When to publish' })
  const parts: [string, string][] = [
    ['month', String(at.getMonth() + 1)],
    ['day', String(at.getDate())],
    ['year', String(at.getFullYear())],
    ['hour', String(at.getHours() % 12 || 12)],
    ['minute', String(at.getMinutes())],
    ['dayPeriod', at.getHours() < 12 ? 'A' : 'P'],
  ]
  for (const [part, digits] of parts) {
    await panel.locator(`[data-type=${part}]`).focus()
    await page.keyboard.type(digits.padStart(2, '0'))
  }
  await panel.getByRole('button', { name: 'Set time' }).click()
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
}

/** The next whole minute that leaves so many seconds to finish what has to be done before it. */
export const nextMinute = (leaving: number): Date =>
  new Date(Math.ceil((Date.now() + leaving * 1000) / 60_000) * 60_000)

/** The line of a post in the queue, under the heading named. */
export const queueRow = async (page: Page, tab: string, text: string): Promise<Locator> => {
  await openRoom(page, 'Queue')
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
  return page.locator('.queue-row').filter({ hasText: text })
}

/** Chooses in a list that unfolds from a field. */
export const chooseIn = async (within: Locator, field: string, option: string): Promise<void> => {
  await within.getByRole('button', { name: new RegExp(`${field}$`) }).click()
  await within.page().getByRole('option', { name: option, exact: true }).click()
}
