import { expect } from 'vitest'
import { giveFile } from './kit/give-file.ts'
import { journey } from './kit/journey.ts'
import { isLost } from './kit/keys.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { makePicture } from './kit/picture.ts'
import { chooseIn, nextMinute, openRoom, queueRow, scheduleAt, writePost } from './kit/rooms.ts'

journey('a caption is suggested, says who made it, is used, and can be undone', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  const words = 'Our new ferry to the lighthouse leaves every morning at nine'
  await writePost(page, words, ['My posts'])
  await page.getByRole('button', { name: 'Suggest' }).click()
  const dialog = page.getByRole('dialog', { name: 'Suggest' })
  await dialog.getByRole('button', { name: 'Suggest' }).click()
  const offers = dialog.getByRole('list', { name: 'Suggestions' }).getByRole('listitem')
  await expect.poll(() => offers.count()).toBeGreaterThanOrEqual(3)
  await offers
    .first()
    .getByText(/^Made by /)
    .waitFor()
  expect(await lookForBarriers(page)).toEqual([])
  await desktop.shoot('25-suggestions')

  const text = page.getByRole('textbox', { name: 'Post text' })
  const caption = await offers.nth(1).locator('.proposal-text').innerText()
  await offers.nth(1).getByRole('button', { name: 'Use' }).click()
  await expect.poll(() => text.inputValue()).toBe(caption)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => text.inputValue()).toBe(words)
})

journey(
  'the queue is narrowed to a tag and an account, stays so, and what is picked is cancelled at once',
  async ({ start }) => {
    const desktop = await start()
    const { page } = desktop
    const queue = async (text: string, tag: string): Promise<void> => {
      await writePost(page, text, ['My posts'])
      await page.getByRole('combobox', { name: 'Add a tag' }).fill(tag)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `Remove tag ${tag}` }).waitFor()
      await scheduleAt(page, nextMinute(90_000))
      await (await queueRow(page, 'Upcoming', text)).waitFor()
    }
    await queue('All about the launch', 'launch')
    await queue('More about the launch', 'launch')
    await queue('Nothing but the sea', 'sea')

    await page.getByRole('button', { name: 'Filter' }).click()
    const panel = page.getByRole('dialog', { name: 'Filter' })
    await panel.getByRole('combobox', { name: 'Filter by a tag' }).fill('lau')
    await page.getByRole('option', { name: 'launch' }).click()
    await chooseIn(panel, 'Account', 'My posts')
    await desktop.shoot('26-filter')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.queue-row').count()).toBe(2)

    await openRoom(page, 'Settings')
    await page.goBack()
    await page.getByRole('button', { name: /^Tag: launch/ }).waitFor()
    await expect.poll(() => page.locator('.queue-row').count()).toBe(2)
    expect(await lookForBarriers(page)).toEqual([])

    await page
      .locator('.queue-row')
      .first()
      .getByRole('button', { name: /about the launch/ })
      .focus()
    await page.keyboard.press('x')
    await page.getByText('1 post picked').click()
    await page.getByText('2 posts picked').waitFor()
    await page.getByRole('toolbar', { name: 'Picked posts' }).getByRole('button', { name: 'Cancel posts' }).click()
    await page.getByText('2 posts cancelled.').waitFor()
    await page.getByText('Nothing matches').waitFor()
    await page.getByRole('button', { name: 'Show everything' }).press('Enter')
    await page.getByRole('button', { name: 'Show everything' }).waitFor({ state: 'detached' })
    await expect.poll(() => isLost(page)).toBe(false)
    await (await queueRow(page, 'Upcoming', 'Nothing but the sea')).getByText('Scheduled').waitFor()
  },
)

journey(
  'a picture is dropped, cut and turned by the keyboard alone, its original had back, and another is pasted',
  async ({ start, home }) => {
    const desktop = await start()
    const { page } = desktop
    await writePost(page, 'The harbour this morning', ['My posts'])
    const text = page.getByRole('textbox', { name: 'Post text' })
    await giveFile(text, 'drop', await makePicture(home))
    await page.getByRole('button', { name: 'Crop and turn file 1 of 1' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Crop and turn' })
    await dialog.getByText('1600 × 1000 becomes 1600 × 1000 pixels').waitFor()
    await dialog.getByRole('radio', { name: '1:1' }).press('Space')
    await dialog.getByText('1600 × 1000 becomes 1000 × 1000 pixels').waitFor()
    await dialog.getByRole('radio', { name: 'Free' }).press('Space')
    await dialog.getByLabel('Use the arrow keys to move the right edge').focus()
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft')
    expect(await lookForBarriers(page)).toEqual([])
    await desktop.shoot('27-crop')
    await dialog.getByRole('button', { name: 'Turn right' }).press('Enter')
    await dialog.getByRole('button', { name: 'Use this part' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const shape = () =>
      page
        .locator('.media-card img')
        .evaluate((picture: HTMLImageElement) => picture.naturalWidth / picture.naturalHeight)
    await expect.poll(shape).toBeGreaterThan(1)

    await page.getByRole('button', { name: 'Crop and turn file 1 of 1' }).press('Enter')
    await dialog.getByRole('button', { name: 'Use the original' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(shape).toBe(1.6)

    await giveFile(text, 'paste', await makePicture(home, 'pier.png', '#6b8fb5'))
    await page.getByRole('button', { name: 'Crop and turn file 2 of 2' }).waitFor()
  },
)

journey('a text is kept as a template, put in by a slash, and emoji and hashtags are completed', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await writePost(page, 'Good morning from the harbour #ferry', ['My posts'])
  await page.getByRole('button', { name: 'Templates' }).click()
  await page.getByRole('menuitem', { name: 'Save this text as a template…' }).click()
  const dialog = page.getByRole('dialog', { name: 'New template' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Morning')
  await page.keyboard.press('Enter')
  await page.getByText('Saved as Morning.').waitFor()

  await page.getByRole('button', { name: 'New post' }).click()
  const text = page.getByRole('textbox', { name: 'Post text' })
  await text.pressSequentially('/mor')
  await page.getByRole('option', { name: /Morning/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => text.inputValue()).toBe('Good morning from the harbour #ferry')
  await text.fill('')
  await text.pressSequentially(':anchor')
  await page
    .getByRole('option', { name: /anchor/ })
    .first()
    .waitFor()
  expect(await lookForBarriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await text.pressSequentially('#fer')
  await page.getByRole('option', { name: /#ferry/ }).waitFor()
  await desktop.shoot('28-offers')
  await page.keyboard.press('Tab')
  await expect.poll(() => text.inputValue()).toMatch(/^⚓\u{FE0F}? #ferry $/u)
})

journey(
  'one account gets a time of its own, the word of it can be undone, and the draft is as it was',
  async ({ start, home }) => {
    const desktop = await start()
    const { page } = desktop
    const input = {
      channel: 'assisted',
      name: 'Forum',
      settings: { site: 'https://forum.example', rules: 'any', path: home },
    }
    await page.getByRole('button', { name: 'New post' }).waitFor()
    await page.evaluate((account) => Reflect.get(window, 'posthorn').call('accounts.add', account), input)
    await page.getByRole('button', { name: 'Forum' }).waitFor()
    await writePost(page, 'Twice, but not at once', ['My posts', 'Forum'])
    const panel = page.getByRole('dialog', { name: 'When to publish' })
    const when = page.getByRole('button', { name: /^When:/ })
    await when.click()
    await panel.getByRole('button', { name: /Tomorrow morning/ }).click()
    await when.click()
    await panel.getByRole('button', { name: /Time for/ }).click()
    await page.getByRole('option', { name: 'Forum', exact: true }).click()
    await panel.getByRole('button', { name: /Tomorrow evening/ }).click()
    await page
      .getByRole('list', { name: 'Times of their own' })
      .getByText(/^Forum: Tomorrow/)
      .waitFor()
    expect(await lookForBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Schedule', exact: true }).click()
    await page.getByText(/^Scheduled: My posts tomorrow, .* and Forum tomorrow, /).waitFor()
    // The keys are in the next post, in which nothing is written that could be undone.
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: /^When: Tomorrow.*one account at a time of its own/ }).waitFor()
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Post text' }).inputValue())
      .toBe('Twice, but not at once')
  },
)
