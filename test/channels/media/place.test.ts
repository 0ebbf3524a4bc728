import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { tellsPlace } from '../../../src-main/channels/kit/media/tells-place.ts'
import { channelNamed, draftOf, mediaOf, temporaryFolder, workOf } from '../channel-world.ts'

const photo = (exif: Record<string, Record<string, string>>, format: 'jpeg' | 'png' | 'webp' = 'jpeg') =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#123456' } })
    .toFormat(format)
    .withExif(exif)
    .toBuffer()
const PLACE = { IFD0: { Model: 'Camera' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } }

test.each(['jpeg', 'png', 'webp'] as const)('knows whether a %s tells where it was made', async (format) => {
  const media = (exif: typeof PLACE | { IFD0: { Model: string } }) =>
    photo(exif, format).then((bytes) => mediaOf(bytes, `a.${format}`))
  expect(await tellsPlace(await media(PLACE))).toBe(true)
  expect(await tellsPlace(await media({ IFD0: { Model: 'Camera' } }))).toBe(false)
})

test('a folder gets images as they are, but not where they were made, also when the post is strict', async () => {
  const channel = channelNamed('folder')
  const plain = await mediaOf(await photo({ IFD0: { Model: 'Camera' } }), 'plain.jpg', 'A')
  const placed = await mediaOf(await photo(PLACE), 'placed.jpg', 'B')
  for (const strict of [false, true]) {
    const path = temporaryFolder()
    const draft = draftOf({ text: 'Here', media: [plain, placed], strict })
    const { problems, changes } = await channel.check(draft, { path })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(changes).toMatchObject([
      { mediaId: placed.id, what: 'recompressed', message: 'What it tells of place and camera is left out.' },
    ])
    expect(await channel.publish(workOf(channel, draft, { settings: { path } }))).toMatchObject({ kind: 'published' })
    const written = (media: typeof plain) =>
      readFileSync(join(path, readdirSync(path).find((name) => name.includes(media.hash.slice(0, 8))) ?? ''))
    expect(written(plain).equals(readFileSync(plain.path))).toBe(true)
    expect((await sharp(written(placed)).metadata()).exif).toBeUndefined()
  }
})
