import type { ChannelAllows } from '../../../src-preload/contract/model/channel.ts'

type Size = { width: number; height: number }
type Ratio = NonNullable<ChannelAllows['images']>['ratio']

/** What stays of an image, in shares of its width and height from each side, and its shape in words. */
export type Crop = { side: number; end: number; shape: string }

/** How an image is cut to a shape that its network takes: as much at both ends; null: it has such a shape. */
export const cropOf = ({ width, height }: Size, { least, most }: Ratio): Crop | null => {
  const ratio = width / height
  const to = most !== null && ratio > most ? most : least !== null && ratio < least ? least : null
  if (to === null) return null
  return ratio > to
    ? { side: (1 - to / ratio) / 2, end: 0, shape: shapeOf(to) }
    : { side: 0, end: (1 - ratio / to) / 2, shape: shapeOf(to) }
}

const SHAPES = [
  [4, 5],
  [1, 1],
  [9, 16],
  [16, 9],
  [3, 4],
  [4, 3],
] as const

/** `4:5`; `1.91:1` where no small numbers say it. */
export const shapeOf = (ratio: number): string => {
  const plain = SHAPES.find(([width, height]) => Math.abs(width / height - ratio) < 0.005)
  if (plain !== undefined) return plain.join(':')
  return ratio >= 1 ? `${round(ratio)}:1` : `1:${round(1 / ratio)}`
}

const round = (value: number): number => Math.round(value * 100) / 100
