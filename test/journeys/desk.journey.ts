import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { focused, pressOn } from './kit/keys.ts'
import { clickNotification, countOnScreen, shownNotifications } from './kit/notifications.ts'
import { accountCard, nextMinute, openRoom, queueRow, scheduleAt, writePost } from './kit/rooms.ts'
import { answerQuestions, DIALOG_NOTES } from './kit/watch.ts'

journey('a post is written and published to a folder by the keyboard alone', async ({ home, start }) => {
  const { page } = await start()
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await page.keyboard.press('Control+n')
  await page.keyboard.type('No mouse was harmed')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Publishing to My posts.').waitFor()

  const pages = async () => {
    const files = (await readdir(join(home, 'posts'))).filter((name) => name.endsWith('.md'))
    return Promise.all(files.map((name) => readFile(join(home, 'posts', name), 'utf8')))
  }
  await expect.poll(pages).toEqual([expect.stringContaining('No mouse was harmed')])

  await page.keyboard.press('Escape')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await page.getByRole('tab', { name: /^Upcoming/ }).waitFor()
})

journey('a folder is chosen in the system’s own dialog, and connected', async ({ home, start }) => {
  const { electron, page } = await start()
  const chosen = await mkdtemp(join(home, 'my-site-'))
  await electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, chosen)
  await openRoom(page, 'Accounts')
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await page.getByRole('button', { name: 'Folder' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('My site')
  await form.getByRole('button', { name: 'Choose…' }).click()
  await expect.poll(() => form.getByRole('textbox', { name: /^Folder/ }).inputValue()).toBe(chosen)
  await form.getByRole('button', { name: 'Connect', exact: true }).click()
  await accountCard(page, 'My site').getByText('Connected').waitFor()
})

journey('a click on a notification brings the window back to the post it is about', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await writePost(page, 'News from the tray', ['My posts'])
  await scheduleAt(page, nextMinute(1_200))
  await (await queueRow(page, 'Upcoming', 'News from the tray')).waitFor()
  await desktop.closeWindow()
  await expect.poll(shownNotifications).toContainEqual(expect.objectContaining({ title: 'Posthorn keeps running' }))

  // Nobody waits for its time here: a program has it sent at once.
  await page.evaluate(async () => {
    const { call } = Reflect.get(window, 'posthorn')
    const { value } = await call('items.list', { order: 'soonest', states: ['scheduled'], limit: 1 })
    await call('items.reschedule', { itemId: value.entries[0].id, when: { kind: 'now' } })
  })
  await expect.poll(countOnScreen, { timeout: 60_000, interval: 200 }).toBe(1)
  await clickNotification()
  await expect.poll(desktop.isOnScreen).toBe(true)
  const details = page.getByRole('complementary', { name: 'Post details' })
  await details.getByText('News from the tray').waitFor()
  await details.getByText('Published').first().waitFor()
})

journey('quitting names what is due within the hour, and asks', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await writePost(page, 'Due before long', ['My posts'])
  await scheduleAt(page, nextMinute(1_200))
  await (await queueRow(page, 'Upcoming', 'Due before long')).waitFor()

  const asked = await answerQuestions(desktop, 0)
  await desktop.electron.evaluate(({ app }) => app.quit())
  await expect.poll(asked).toHaveLength(1)
  expect((await asked())[0]).toMatchObject({
    message: 'A post is due within the hour.',
    detail: expect.stringContaining('My posts: Due before long'),
    buttons: ['Keep running', 'Quit anyway'],
  })
  expect(await page.title()).toContain('Posthorn')
  expect(desktop.isRunning()).toBe(true)
  await desktop.quit()
  expect(desktop.isRunning()).toBe(false)
})

journey('quitting with nothing due asks nothing', async ({ home, start }) => {
  const notes = join(home, 'asked')
  const desktop = await start({ flags: ['-r', DIALOG_NOTES], env: { POSTHORN_DIALOGS: notes } })
  await desktop.page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await desktop.electron.evaluate(({ app }) => void setImmediate(() => app.quit()))
  await expect.poll(desktop.isRunning).toBe(false)
  expect(existsSync(notes)).toBe(false)
})

journey('the tray tells what is next, and pauses and resumes', async ({ start }) => {
  const desktop = await start()
  const { electron, page } = desktop
  await electron.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate
    Menu.buildFromTemplate = (template) => {
      Reflect.set(globalThis, 'tray', template)
      return build(template)
    }
  })
  const labels = () =>
    electron.evaluate(() =>
      ((Reflect.get(globalThis, 'tray') ?? []) as { label?: string; visible?: boolean }[])
        .filter(({ visible }) => visible !== false)
        .flatMap(({ label }) => label ?? []),
    )
  const click = (label: string) =>
    electron.evaluate((_, name) => {
      const tray = Reflect.get(globalThis, 'tray') as { label?: string; click?: () => void }[]
      tray.find((entry) => entry.label === name)?.click?.()
    }, label)

  await writePost(page, 'Seen from the tray', ['My posts'])
  await scheduleAt(page, nextMinute(3_000))
  await expect.poll(labels).toContainEqual(expect.stringMatching(/^Next: .*, My posts: Seen from the tray$/))
  await click('Pause publishing')
  await expect.poll(labels).toContain('Resume publishing')
  await page
    .getByText(/paused/i)
    .first()
    .waitFor()
  await click('Resume publishing')
  await expect.poll(labels).toContain('Pause publishing')

  await desktop.closeWindow()
  await click('New post')
  await expect.poll(desktop.isOnScreen).toBe(true)
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
})

journey('the window comes back where it was, in the light it was in', async ({ start }) => {
  const first = await start()
  await first.page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 80, width: 900, height: 640 }),
  )
  await first.page.evaluate(() => Reflect.get(window, 'posthorn').call('settings.update', { appearance: 'dark' }))
  await first.quit()

  const second = await start()
  const found = await second.electron.evaluate(({ BrowserWindow, nativeTheme }) => {
    const [window] = BrowserWindow.getAllWindows()
    return { bounds: window?.getBounds(), ground: window?.getBackgroundColor(), dark: nativeTheme.shouldUseDarkColors }
  })
  expect(found).toEqual({ bounds: { x: 120, y: 80, width: 900, height: 640 }, ground: '#16171A', dark: true })
})

journey(
  'posts are put before others by keys and by the pointer, and several cancelled at once, and back',
  async ({ start }) => {
    const { page } = await start()
    await page.getByRole('textbox', { name: 'Post text' }).waitFor()
    const soon = Date.now()
    for (const [index, text] of ['First', 'Second', 'Third'].entries()) {
      await writePost(page, `${text} in line`, ['My posts'])
      await scheduleAt(page, new Date(soon + (index + 1) * 3_600_000))
      await (await queueRow(page, 'Upcoming', `${text} in line`)).waitFor()
    }
    const line = () => page.locator('.queue-row .queue-text').allTextContents()
    const times = () => page.locator('.queue-row .queue-time').allTextContents()
    const before = await times()
    await page.locator('.queue-main').last().focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(line).toEqual(['First in line', 'Third in line', 'Second in line'])
    expect(await times()).toEqual(before)
    await page.keyboard.press('Control+z')
    await expect.poll(line).toEqual(['First in line', 'Second in line', 'Third in line'])
    expect(await times()).toEqual(before)

    await page
      .locator('.queue-row')
      .first()
      .dragTo(page.locator('.queue-row').last(), { targetPosition: { x: 200, y: 60 } })
    await expect.poll(line).toEqual(['Second in line', 'Third in line', 'First in line'])
    expect(await times()).toEqual(before)

    // Two are picked, taken out of the line and put back by keys alone.
    await page.locator('.queue-main').first().focus()
    await page.keyboard.press('End')
    await expect.poll(() => focused(page)).toMatch(/^First in line/)
    await page.keyboard.press('Home')
    await expect.poll(() => focused(page)).toMatch(/^Second in line/)
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('2 posts picked').waitFor()
    await pressOn(page, 'Cancel posts')
    await page.getByText('2 posts cancelled.').waitFor()
    await expect.poll(line).toEqual(['First in line'])
    await page.keyboard.press('Control+z')
    await expect.poll(line).toEqual(['Second in line', 'Third in line', 'First in line'])
    expect(await times()).toEqual(before)
  },
)
