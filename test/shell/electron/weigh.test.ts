import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { weigh } from '../../../src-main/shell/electron/weigh.ts'

test('weighs whatever JSON can hold, up to its limit', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const weight = weigh(value, Number.MAX_SAFE_INTEGER)
      expect(weight).toBeGreaterThan(0)
      expect(weigh(value, weight)).toBe(weight)
      expect(weigh(value, weight - 1)).toBe(Infinity)
    }),
  )
})

test('counts the characters of texts and keys', () => {
  expect(weigh({ text: 'x'.repeat(1000) }, 2000)).toBe(1006)
})

test('counts what stands in two places twice, without taking it for a circle', () => {
  const shared = { name: 'a' }
  expect(weigh([shared, shared], 100)).toBe(17)
})

test('finds anything but plain data too heavy', () => {
  const circle: { self?: object } = {}
  circle.self = circle
  for (const odd of [
    circle,
    new Map(),
    new Date(),
    new Uint8Array(2),
    1n,
    () => 1,
    Symbol('s'),
    [{ deep: new Set() }],
  ]) {
    expect(weigh(odd, 1_000_000)).toBe(Infinity)
  }
})
