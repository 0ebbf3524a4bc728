import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createChannels } from '../../src-main/channels/index.ts'
import { markColours } from '../../src-renderer/ui/mark-colours.ts'
import { tools } from '../channels/channel-world.ts'

test('letters on a network’s colour are white where they can be read, on a slightly darker ground if need be', () => {
  expect(markColours('#5865f2')).toMatchObject({ color: '#ffffff' })
  expect(markColours('#1185fe')).toMatchObject({ color: '#ffffff' })
  expect(markColours('#1185fe').background).not.toBe('rgb(17 133 254)')
})

test('a light colour keeps its own ground and gets dark letters', () => {
  expect(markColours('#ffcf33')).toEqual({ background: '#ffcf33', color: '#1b1a17' })
})

test('a colour that is not written as hexadecimal is taken as it is', () => {
  expect(markColours('rebeccapurple')).toEqual({ background: 'rebeccapurple', color: '#ffffff' })
})

test('a colour that is nearly black stays so in the light, and is lifted in the dark', () => {
  expect(markColours('#000000').background).toMatch(/^light-dark\(rgb\(0 0 0\), rgb\((\d+) \1 \1\)\)$/)
})

const TOKENS = readFileSync(join(import.meta.dirname, '../../src-renderer/styles/tokens.css'), 'utf8')
const MARKS = [...createChannels(tools).values()].flatMap(({ descriptor: { name, mark, standsFor } }) => [
  { name, ...mark },
  ...Object.entries(standsFor?.marks ?? {}).map(([network, one]) => ({ name: `${name}: ${network}`, ...one })),
])

const luminance = (colour: string): number => {
  const parts = colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : colour.match(/\d+/g)?.map(Number)
  const [red = 0, green = 0, blue = 0] = (parts ?? []).map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}
/** The two colours of `light-dark(a, b)`; one that is written alone is both. */
const looksOf = (colour: string): [light: string, dark: string] => {
  const [, light = colour, dark = colour] = /^light-dark\((.+\)|#\w+), (.+)\)$/.exec(colour) ?? []
  return [light, dark]
}

test.each(['paper', 'surface', 'raised'])('every channel’s mark can be told from the %s, light and dark', (ground) => {
  const grounds = looksOf(new RegExp(`--${ground}: (light-dark\\(.+\\));`).exec(TOKENS)?.[1] ?? '')
  expect(MARKS.length).toBeGreaterThan(20)
  for (const { name, colour } of MARKS) {
    const { background, color } = markColours(colour)
    for (const [index, mark] of looksOf(background).entries()) {
      expect(contrast(mark, grounds[index] ?? ''), `${name} ${index === 0 ? 'light' : 'dark'}`).toBeGreaterThanOrEqual(
        1.6,
      )
      expect(contrast(mark, color), `letters of ${name}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})
