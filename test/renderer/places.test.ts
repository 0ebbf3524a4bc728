import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPlaces, type KeyedLine } from '../../src-renderer/queue/places.ts'

const rows = (...keys: string[]): KeyedLine[] => keys.map((key) => ({ key, kind: 'row' }))

it('draws another list in the places of the one before', () => {
  const places = createPlaces()
  const before = [...places.of(rows('a', 'b', 'c'), null).values()]
  expect([...places.of(rows('d', 'e'), null).values()]).toEqual(before.slice(0, 2))
})

it('leaves what stays in view where it is', () => {
  const places = createPlaces()
  const before = places.of(rows('a', 'b', 'c'), null)
  const after = places.of(rows('b', 'c', 'd'), null)
  expect(after.get('b')).toBe(before.get('b'))
  expect(after.get('c')).toBe(before.get('c'))
  expect(after.get('d')).toBe(before.get('a'))
})

it('never gives away the place of the line that somebody is at', () => {
  const places = createPlaces()
  const before = places.of(rows('a', 'b'), 'a')
  const after = places.of(rows('c', 'd'), 'a')
  expect([...after.values()]).not.toContain(before.get('a'))
})

it('gives each line a place of its own, of its own kind', () => {
  const line = fc.record({ key: fc.integer({ min: 0, max: 30 }).map(String), kind: fc.constantFrom('row', 'day') })
  const view = fc.uniqueArray(line, { selector: ({ key }) => key, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(fc.tuple(view, fc.option(fc.integer({ min: 0, max: 30 }).map(String)))), (views) => {
      const places = createPlaces()
      const kinds = new Map<string, string>()
      for (const [lines, held] of views) {
        // A key is of one kind for ever.
        const known = lines.map(({ key, kind }) => ({ key: `${kind} ${key}`, kind }))
        const drawn = places.of(known, held)
        expect([...drawn.keys()]).toEqual(known.map(({ key }) => key))
        expect(new Set(drawn.values()).size).toBe(known.length)
        for (const { key, kind } of known) {
          const place = drawn.get(key) ?? ''
          expect(kinds.get(place) ?? kind).toBe(kind)
          kinds.set(place, kind)
        }
      }
    }),
  )
})
