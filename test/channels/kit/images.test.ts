import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { fitImage } from '../../../src-main/channels/kit/fit-image.ts'
import { probeMedia } from '../../../src-main/channels/kit/probe-media.ts'
import { temporaryFolder } from '../channel-world.ts'
import { Refusal } from '../../../src-main/core/refusal.ts'

const LIMITS = { mimes: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 1_000_000, maxSide: 2000 }
const plain = (width: number, height: number, alpha = 1): Sharp =>
  sharp({ create: { width, height, channels: 4, background: { r: 10, g: 120, b: 200, alpha } } })
/** Noise, which no encoder makes small. */
const noise = (width: number, height: number): Sharp => {
  let seed = 1
  const bytes = Uint8Array.from({ length: width * height * 3 }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed >> 16
  })
  return sharp(bytes, { raw: { width, height, channels: 3 } })
}
/** What a file of these bytes is. */
const probe = (bytes: Uint8Array) => {
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, bytes)
  return probeMedia(path)
}
const STILL = { seconds: null, frameRate: null }
const refusalOf = (bytes: Uint8Array): Promise<string> =>
  probe(bytes).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refusal ? error.failure.code : String(error)),
  )

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('tells a %s and its size', async (format) => {
  const bytes = await plain(30, 20).toFormat(format).toBuffer()
  expect(await probe(bytes)).toEqual({ mime: `image/${format}`, width: 30, height: 20, ...STILL })
})

test('tells the size of a photo as it stands upright', async () => {
  const bytes = await plain(30, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  expect(await probe(bytes)).toMatchObject({ width: 20, height: 30 })
})

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('refuses a %s that is cut short', async (format) => {
  const bytes = await noise(200, 200).toFormat(format).toBuffer()
  expect(await refusalOf(bytes.subarray(0, Math.floor(bytes.length * 0.6)))).toBe('media-unreadable')
})

test('refuses an image whose pixels are broken', async () => {
  const bytes = await noise(200, 200).png().toBuffer()
  bytes.fill(0x55, 2000, 4000)
  expect(await refusalOf(bytes)).toBe('media-unreadable')
})

test('refuses what is no image or video, whatever it is called', async () => {
  const texts = ['', 'Hello', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'MZ']
  for (const text of texts) expect(await refusalOf(Buffer.from(text))).toBe('media-unsupported')
})

test('never crashes on bytes that begin like an image', async () => {
  const signs = [[0xff, 0xd8, 0xff], [...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')], [...Buffer.from('GIF89a')]]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...signs), fc.uint8Array({ maxLength: 200 }), async (sign, rest) => {
      expect(await refusalOf(Uint8Array.from([...sign, ...rest]))).toBe('media-unreadable')
    }),
    { numRuns: 40 },
  )
})

test('leaves an image that is fit as it is, to the byte', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const bytes = await plain(300, 200).toFormat(format).toBuffer()
    const fitted = await fitImage(bytes, LIMITS)
    expect(fitted).toMatchObject({ mime: `image/${format}`, width: 300, height: 200 })
    expect(Buffer.from(fitted.bytes).equals(bytes)).toBe(true)
  }
})

test('makes a photo fit in bytes and pixels', async () => {
  const bytes = await noise(2600, 1300).jpeg({ quality: 100 }).toBuffer()
  expect(bytes.length).toBeGreaterThan(LIMITS.maxBytes)
  const fitted = await fitImage(bytes, LIMITS)
  expect(fitted.bytes.length).toBeLessThanOrEqual(LIMITS.maxBytes)
  expect(fitted.mime).toBe('image/jpeg')
  const about = await sharp(fitted.bytes).metadata()
  expect(about).toMatchObject({ width: fitted.width, height: fitted.height })
  expect(Math.abs(fitted.width / fitted.height - 2)).toBeLessThan(0.01)
  expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(2000)
}, 30_000)

test('shrinks further what no quality makes small enough', async () => {
  const fitted = await fitImage(await noise(800, 800).png().toBuffer(), { ...LIMITS, maxBytes: 20_000 })
  expect(fitted.bytes.length).toBeLessThanOrEqual(20_000)
  expect(fitted.width).toBeLessThan(800)
}, 30_000)

test('turns a photo upright and takes out where and with what it was made', async () => {
  const bytes = await plain(300, 200)
    .jpeg()
    .withExif({ IFD0: { Model: 'Camera' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const fitted = await fitImage(bytes, LIMITS)
  expect(fitted).toMatchObject({ mime: 'image/jpeg', width: 200, height: 300 })
  const about = await sharp(fitted.bytes).metadata()
  expect(about.exif).toBeUndefined()
  expect(about.orientation ?? 1).toBe(1)
})

test('keeps what is see-through', async () => {
  const fitted = await fitImage(await plain(2400, 100, 0.5).webp().toBuffer(), LIMITS)
  expect((await sharp(fitted.bytes).metadata()).hasAlpha).toBe(true)
  expect(fitted.width).toBe(2000)
})

test('keeps drawings sharp where they are small enough', async () => {
  expect(await fitImage(await plain(2400, 100).png().toBuffer(), LIMITS)).toMatchObject({
    mime: 'image/png',
    width: 2000,
  })
})

test('takes the first frame of a moving image', async () => {
  const frames = await Promise.all([plain(40, 30).png().toBuffer(), plain(40, 30, 0.2).png().toBuffer()])
  const moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  expect((await sharp(moving).metadata()).pages).toBe(2)
  const fitted = await fitImage(moving, LIMITS)
  expect(fitted).toMatchObject({ mime: 'image/png', width: 40, height: 30 })
  expect((await sharp(fitted.bytes).metadata()).pages ?? 1).toBe(1)
})

test('turns an AVIF into what every server takes', async () => {
  expect(await fitImage(await plain(50, 40).removeAlpha().avif().toBuffer(), LIMITS)).toMatchObject({
    mime: 'image/jpeg',
    width: 50,
    height: 40,
  })
})

test('says why an image could not go as it was, and how it was before', async () => {
  const whyOf = async (bytes: Buffer, limits: Partial<typeof LIMITS> & { ratio?: [number, number] } = {}) => [
    ...(await fitImage(bytes, { ...LIMITS, ...limits })).unfit,
  ]
  expect(await whyOf(await plain(30, 20).png().toBuffer())).toEqual([])
  expect(await whyOf(await plain(30, 20).removeAlpha().avif().toBuffer())).toEqual(['kind'])
  expect(await whyOf(await plain(2400, 20).png().toBuffer())).toEqual(['side'])
  expect(await whyOf(await plain(30, 20).png().toBuffer(), { ratio: [0.8, 1.2] })).toEqual(['ratio'])
  const bytes = await plain(2400, 20).png().toBuffer()
  expect((await fitImage(bytes, LIMITS)).before).toEqual({
    size: bytes.length,
    mime: 'image/png',
    width: 2400,
    height: 20,
  })
})

test('trims what is too wide or too high in the middle, to the shape that is wanted', async () => {
  const ratio = [0.8, 1.91] as const
  const jpeg = ['image/jpeg']
  const wide = await fitImage(await noise(1000, 200).jpeg().toBuffer(), { mimes: jpeg, maxBytes: 1_000_000, ratio })
  expect([wide.width, wide.height]).toEqual([382, 200])
  const high = await fitImage(await noise(200, 1000).jpeg().toBuffer(), { mimes: jpeg, maxBytes: 1_000_000, ratio })
  expect([high.width, high.height]).toEqual([200, 250])
})

test('puts what is see-through on white where only JPEG is taken', async () => {
  const fitted = await fitImage(await plain(20, 20, 0).png().toBuffer(), { mimes: ['image/jpeg'], maxBytes: 100_000 })
  expect(fitted.mime).toBe('image/jpeg')
  const [red, green, blue] = await sharp(fitted.bytes).raw().toBuffer()
  expect([red, green, blue]).toEqual([255, 255, 255])
})

// There the native binary would share the process with another GLib, which ends in a crash.
test.runIf(process.platform === 'linux')(
  'inside Electron on Linux images are read without the native binary',
  async () => {
    const path = join(temporaryFolder(), 'a.png')
    writeFileSync(path, await plain(30, 20).png().toBuffer())
    const script = `
    import Module from 'node:module'
    Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '45.0.0' } })
    const { probeMedia } = await import('./src-main/channels/kit/probe-media.ts')
    const { fitImage } = await import('./src-main/channels/kit/fit-image.ts')
    const { readFileSync } = await import('node:fs')
    const bytes = readFileSync('${path}')
    const probed = await probeMedia('${path}')
    const fitted = await fitImage(bytes, { mimes: ["image/png"], maxBytes: 100_000, maxSide: 15 })
    const binaries = Object.keys(Module._cache).filter((path) => path.includes('/@img/sharp-'))
    console.log(JSON.stringify({
      probed,
      size: [fitted.width, fitted.height],
      memory: fitted.bytes.buffer.constructor.name,
      native: binaries.some((path) => path.endsWith('.node')),
    }))
    process.exit()`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
    expect(JSON.parse(stdout)).toEqual({
      probed: { mime: 'image/png', width: 30, height: 20, ...STILL },
      size: [15, 10],
      // What is sent must not lie in memory that WebAssembly shares between threads.
      memory: 'ArrayBuffer',
      native: false,
    })
  },
)
