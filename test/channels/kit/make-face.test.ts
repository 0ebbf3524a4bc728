import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makeFace } from '../../../src-main/channels/kit/make-face.ts'

const flat = (background: string, width = 40, height = 40) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

test('the middle of a picture becomes a small square that stands still', async () => {
  const moving = await sharp([await flat('red'), await flat('blue')], { join: { animated: true } })
    .gif()
    .toBuffer()
  expect((await sharp(moving).metadata()).pages).toBe(2)
  for (const picture of [moving, await flat('red', 900, 20)]) {
    const face = await makeFace(picture)
    const { pages = 1, width, height } = await sharp(face?.bytes).metadata()
    expect([face?.mime, pages, width, height]).toEqual(['image/webp', 1, 96, 96])
    const { dominant } = await sharp(face?.bytes).stats()
    expect(dominant.r).toBeGreaterThan(dominant.b)
  }
})

test('drawings, pages, halves and what is made too large to be opened are no faces', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  // Noise: it is large, so that there is something to cut off.
  const raw = { width: 300, height: 300, channels: 3 } as const
  const half = (await sharp(randomBytes(270_000), { raw }).png().toBuffer()).subarray(0, 2000)
  const vast = await flat('red', 10_000, 5_001)
  for (const bytes of [svg, Buffer.from('<h1>'), half, vast]) expect(await makeFace(bytes)).toBeNull()
})
