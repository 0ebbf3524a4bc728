import { join } from 'node:path'
import { startTelegramContractServer, TOKEN } from '../fixtures/telegram-contract-server.ts'
import sharp from 'sharp'
import { journey } from './kit/journey.ts'
import { makePicture } from './kit/picture.ts'
import { writePost } from './kit/rooms.ts'

journey('look', async ({ home, start }) => {
  const telegram = await startTelegramContractServer()
  const desktop = await start()
  const { page } = desktop
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await page.evaluate((a) => Reflect.get(window, 'posthorn').call('accounts.add', a), { channel: 'telegram', name: 'News', settings: { chat: '@news_channel', server: telegram.url }, secret: TOKEN })
  await page.getByRole('button', { name: 'News' }).waitFor()
  await writePost(page, 'The harbour', ['News'])
  const a = await makePicture(home)
  const files = []
  for (const [n, w, h] of [['tall', 120, 4000], ['big', 7000, 5000]] as const) {
    const p = join(home, `${n}.png`)
    await sharp(a).resize(w, h, { fit: 'fill' }).png().toFile(p)
    files.push(p)
  }
  await page.locator('input[type=file]').setInputFiles(files)
  await page.locator('.fitted').nth(1).waitFor()
  await desktop.shoot('zz-crops')
  await page.getByRole('list', { name: 'Fitted files' }).screenshot({ path: '/tmp/zz-fitted.png' })
})
