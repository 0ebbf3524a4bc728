import type { PictureEdit } from '../../../src-preload/contract/model/media.ts'

export type Turn = PictureEdit['turn']
export type CropShares = PictureEdit['crop']
export type Sides = { width: number; height: number }

export const WHOLE: CropShares = { x: 0, y: 0, width: 1, height: 1 }

export const SHAPES = ['free', 'original', '1:1', '4:5', '16:9'] as const
export type Shape = (typeof SHAPES)[number]

export const turnedBy = (turn: Turn, by: 90 | -90): Turn => {
  const next = (turn + by + 360) % 360
  return next === 90 || next === 180 || next === 270 ? next : 0
}

/** The sides of a picture after a turn. */
export const turnedSides = ({ width, height }: Sides, turn: Turn): Sides =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width }

/** Width by height; null: any. */
export const ratioOf = (shape: Shape, { width, height }: Sides): number | null => {
  if (shape === 'free') return null
  if (shape === 'original') return width / height
  const [wide = 1, high = 1] = shape.split(':').map(Number)
  return wide / high
}

/** The largest part of a shape, from the middle of the picture. */
export const middleOf = (ratio: number, { width, height }: Sides): CropShares => {
  const share = ratio / (width / height)
  const kept = share > 1 ? { width: 1, height: 1 / share } : { width: share, height: 1 }
  return { ...kept, x: (1 - kept.width) / 2, y: (1 - kept.height) / 2 }
}

/** The same part of the picture after one more turn. */
export const turnedCrop = ({ x, y, width, height }: CropShares, by: 90 | -90): CropShares =>
  by === 90
    ? { x: 1 - y - height, y: x, width: height, height: width }
    : { x: y, y: 1 - x - width, width: height, height: width }

/** What comes out, in pixels. */
export const sizeOf = (crop: CropShares, { width, height }: Sides): Sides => ({
  width: Math.max(1, Math.round(crop.width * width)),
  height: Math.max(1, Math.round(crop.height * height)),
})

/** Within the picture, as the core takes it: what a frame is dragged to may be off by a hair. */
export const tidied = ({ x, y, width, height }: CropShares): CropShares => {
  const near = (value: number): number => (value < 0.002 ? 0 : value > 0.998 ? 1 : value)
  const [left, top] = [near(x), near(y)]
  return { x: left, y: top, width: near(Math.min(width, 1 - left)), height: near(Math.min(height, 1 - top)) }
}
