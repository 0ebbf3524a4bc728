import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

const FOLDER = join(import.meta.dirname, 'baseline')
const MADE_ON = join(FOLDER, 'made-on.json')
export const DIFFERENCES = join(import.meta.dirname, '../artifacts/shots/differences')

/** The share of pixels that may differ: an edge drawn a little otherwise, no more. */
const TOLERANCE = 0.002
/** How far two colours may lie apart and be the same, 0 to 1. */
const COLOUR = 0.12
/** Pictures are kept at this part of their size, in so few colours: they stay small, and hair lines do not matter. */
const SCALE = 0.5
const COLOURS = 96

/** What letters look like here: the platform, and a print of how its fonts draw. */
export const surfaceOf = async (page: Page): Promise<string> => {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 600
    canvas.height = 80
    const pen = canvas.getContext('2d')
    if (pen === null) return ''
    const style = getComputedStyle(document.documentElement)
    for (const [line, name] of ['--font', '--font-mono'].entries()) {
      pen.font = `14px ${style.getPropertyValue(name)}`
      pen.fillText('Hamburgefonstiv 0123456789 ÄÖÜ äöü ß “quoted” fi ffl 東京', 4, 24 + line * 32)
    }
    return canvas.toDataURL()
  })
  return `${process.platform}, fonts ${createHash('sha256').update(drawn).digest('hex').slice(0, 12)}`
}

/** Where the baselines were made; empty: there are none. */
export const madeOn = (): string => {
  try {
    return (JSON.parse(readFileSync(MADE_ON, 'utf8')) as { surface: string }).surface
  } catch {
    return ''
  }
}

/** Why pictures made on this surface say nothing; null: they can be compared. */
export const incomparable = (surface: string): string | null => {
  const made = madeOn()
  if (made === '') return 'There are no baselines to compare with: "npm run shots -- --accept" makes them.'
  if (made === surface) return null
  return `No picture is compared: the baselines were made on ${made}, and this is ${surface}.`
}

/** Makes these pictures the baselines, instead of all that were. */
export const accept = async (pictures: ReadonlyMap<string, Buffer>, surface: string): Promise<number> => {
  mkdirSync(FOLDER, { recursive: true })
  let bytes = 0
  for (const [name, picture] of pictures) {
    const small = await shrink(picture)
    bytes += small.length
    writeFileSync(join(FOLDER, `${name}.png`), small)
  }
  writeFileSync(MADE_ON, `${JSON.stringify({ surface, pictures: [...pictures.keys()] }, null, 2)}\n`)
  return bytes
}

/** What differs from the baseline, in one line; null: nothing that matters. A picture of the difference is kept. */
export const compare = async (name: string, picture: Buffer): Promise<string | null> => {
  const kept = join(FOLDER, `${name}.png`)
  if (!existsSync(kept)) return `${name} has no baseline yet: "npm run shots -- --accept" makes it`
  const [before, after] = await Promise.all([pixels(readFileSync(kept)), shrink(picture).then(pixels)])
  const { width, height } = before.info
  if (after.info.width !== width || after.info.height !== height) {
    return `${name}: ${after.info.width} x ${after.info.height} pixels instead of ${width} x ${height}`
  }
  const difference = new Uint8Array(width * height * 4)
  const differing = pixelmatch(before.data, after.data, difference, width, height, { threshold: COLOUR })
  const share = differing / (width * height)
  if (share <= TOLERANCE) return null
  mkdirSync(DIFFERENCES, { recursive: true })
  const file = join(DIFFERENCES, `${name}.png`)
  await besideEachOther(
    [readFileSync(kept), await shrink(picture), await png(difference, width, height)],
    width,
    height,
    file,
  )
  return `${name}: ${(share * 100).toFixed(2)} % of the pixels differ, see ${file}`
}

const shrink = async (picture: Buffer): Promise<Buffer> => {
  const { width } = await sharp(picture).metadata()
  return sharp(picture)
    .resize({ width: Math.round(width * SCALE), kernel: 'cubic' })
    .png({ palette: true, colours: COLOURS, dither: 0, effort: 6, compressionLevel: 9 })
    .toBuffer()
}

const pixels = (picture: Buffer) => sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })

const png = (data: Uint8Array, width: number, height: number): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()

/** Before, after, and what differs. */
const besideEachOther = async (pictures: Buffer[], width: number, height: number, file: string): Promise<void> => {
  const base = sharp({ create: { width: width * pictures.length, height, channels: 4, background: '#888888' } })
  await base
    .composite(pictures.map((input, index) => ({ input, left: index * width, top: 0 })))
    .png()
    .toFile(file)
}
