import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fitImage } from '../../../src-main/channels/kit/fit-image.ts'
import { probeMedia } from '../../../src-main/channels/kit/probe-media.ts'
import { Refusal } from '../../../src-main/core/refusal.ts'
import { temporaryFolder } from '../channel-world.ts'

const SAMPLES = resolve(import.meta.dirname, '../../fixtures/media')
const sample = (name: string) => join(SAMPLES, name)
const fileOf = (bytes: Uint8Array | string): string => {
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, bytes)
  return path
}
const refusalOf = (path: string) =>
  probeMedia(path).then(
    (about) => `accepted ${about.mime}`,
    (error: unknown) => (error instanceof Refusal ? error.failure : String(error)),
  )
const movingGif = async (side = 40, frames = 3): Promise<Buffer> => {
  const frame = (red: number) =>
    sharp({ create: { width: side, height: side, channels: 3, background: { r: red, g: 0, b: 0 } } })
      .png()
      .toBuffer()
  const pictures = await Promise.all(Array.from({ length: frames }, (_, index) => frame(index * 40)))
  return sharp(pictures, { join: { animated: true } })
    .gif({ delay: Array.from({ length: frames }, () => 200) })
    .toBuffer()
}

test.each([
  ['clip.mp4', 'video/mp4'],
  ['clip.mov', 'video/quicktime'],
  ['clip.webm', 'video/webm'],
])('tells of %s how large it is, how long it runs and how fast', async (name, mime) => {
  expect(await probeMedia(sample(name))).toEqual({ mime, width: 64, height: 36, seconds: 1, frameRate: 10 })
})

test('what a file is does not hang on its name', async () => {
  const path = join(temporaryFolder(), 'holiday.png')
  copyFileSync(sample('clip.mp4'), path)
  expect(await probeMedia(path)).toMatchObject({ mime: 'video/mp4' })
})

test.each(['clip.mp4', 'clip.mov', 'clip.webm'])('refuses %s when its end is missing', async (name) => {
  const whole = readFileSync(sample(name))
  for (const part of [0.95, 0.6, 0.1]) {
    expect(await refusalOf(fileOf(whole.subarray(0, Math.floor(whole.length * part))))).toMatchObject({
      code: 'media-unreadable',
      message: 'This video is damaged or not complete.',
    })
  }
})

test('tells how long a moving image runs', async () => {
  expect(await probeMedia(fileOf(await movingGif()))).toEqual({
    mime: 'image/gif',
    width: 40,
    height: 40,
    seconds: 0.6,
    frameRate: null,
  })
})

test('reads a photo in HEIC, and makes of it what a network takes', async () => {
  expect(await probeMedia(sample('photo.heic'))).toMatchObject({ mime: 'image/heic', width: 64, height: 48 })
  const fitted = await fitImage(readFileSync(sample('photo.heic')), { mimes: ['image/jpeg'], maxBytes: 100_000 })
  expect(fitted).toMatchObject({ mime: 'image/jpeg', width: 64, height: 48, before: { mime: 'image/heic' } })
  expect([...fitted.unfit]).toEqual(['kind'])
  const { dominant } = await sharp(fitted.bytes).stats()
  expect(dominant).not.toEqual({ r: 0, g: 0, b: 0 })
  const cut = readFileSync(sample('photo.heic')).subarray(0, 500)
  expect(await refusalOf(fileOf(cut))).toMatchObject({ code: 'media-unreadable' })
})

test('knows a document, and refuses one without its end', async () => {
  expect(await probeMedia(fileOf('%PDF-1.7\nsomething\n%%EOF\n'))).toMatchObject({ mime: 'application/pdf' })
  expect(await refusalOf(fileOf('%PDF-1.7\nsomething'))).toMatchObject({ code: 'media-unreadable' })
})

test('refuses a drawing in SVG with what to do about it', async () => {
  for (const text of ['<svg/>', '<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="x">', '\ufeff<!DOCTYPE svg><svg>']) {
    expect(await refusalOf(fileOf(text))).toMatchObject({ code: 'media-unsupported', next: /PNG/ })
  }
})

test('refuses sound alone, other containers and what only begins like a video', async () => {
  const box = (brand: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(12)])
  expect(await refusalOf(fileOf(box('isom')))).toMatchObject({ code: 'media-unreadable' })
  expect(await refusalOf(fileOf(Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0, 0, 0, 0])))).toMatchObject({
    field: 'media',
    next: expect.any(String),
  })
})

test('keeps all frames of what moves where that is taken, and makes them smaller', async () => {
  const bytes = await movingGif(300, 4)
  const limits = { mimes: ['image/jpeg', 'image/png'], maxBytes: 1_000_000, maxSide: 150 }
  const kept = await fitImage(bytes, { ...limits, maxSide: 400, moving: { maxBytes: 1_000_000 } })
  expect(Buffer.from(kept.bytes).equals(bytes)).toBe(true)
  const smaller = await fitImage(bytes, { ...limits, moving: { maxBytes: 1_000_000 } })
  expect(smaller).toMatchObject({ mime: 'image/gif', width: 150, height: 150 })
  expect((await sharp(smaller.bytes, { animated: true }).metadata()).pages).toBe(4)
})

test('makes a GIF of what else moves where that is taken', async () => {
  const webp = await sharp(await movingGif(), { animated: true })
    .webp({ lossless: true })
    .toBuffer()
  const fitted = await fitImage(webp, { mimes: ['image/webp'], maxBytes: 1_000_000, moving: { maxBytes: 1_000_000 } })
  expect(fitted).toMatchObject({ mime: 'image/gif', width: 40, height: 40 })
  expect((await sharp(fitted.bytes).metadata()).pages).toBe(3)
})
