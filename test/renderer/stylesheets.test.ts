import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', 'src-renderer')
const TOKENS = join('styles', 'tokens.css')

/** Every line of the interface's stylesheets, without comments, and where it stands. */
const lines = (): { place: string; file: string; text: string }[] =>
  globSync('**/*.css', { cwd: ROOT }).flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
      .split('\n')
      .map((text, index) => ({ place: `${file}:${index + 1}: ${text.trim()}`, file, text })),
  )
const placesOf = (wrong: (text: string) => boolean): string[] =>
  lines().flatMap(({ place, file, text }) => (file !== TOKENS && wrong(text) ? [place] : []))

/** Values of a declaration, what stands in brackets as one. */
const partsOf = (value: string): string[] => {
  let flat = value
  while (/\([^()]*\)/.test(flat)) flat = flat.replaceAll(/\([^()]*\)/g, '_')
  return flat.trim().split(/\s+/)
}

const SIDED = /^\s*(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|^\s*(?:left|right)\s*:/
const TURNED = /^\s*(?:text-align|float|clear)\s*:\s*(?:left|right)\b|^\s*border-(?:top|bottom)-(?:left|right)-radius\b/
const AROUND = /^\s*(?:margin|padding|inset|border-width|scroll-margin|scroll-padding)\s*:\s*([^;]+);/

/** Where the pointer is, the corner that this is counted from, and the middle have nothing to do with the line. */
const POINTED = /var\(--x\)|inset: 0 auto auto 0;|\b50%;/

test('colours have their names in the tokens, and stand nowhere else', () => {
  const raw = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|color)\(|:\s*(?:white|black)\b/i
  expect(placesOf((text) => raw.test(text))).toEqual([])
})

test('sides are those of the line, so that a language from right to left is turned as a whole', () => {
  const isSided = (text: string): boolean => {
    const [, right, , left] = partsOf(AROUND.exec(text)?.[1] ?? '')
    if (POINTED.test(text)) return false
    return SIDED.test(text) || TURNED.test(text) || (left !== undefined && left !== right)
  }
  expect(placesOf(isSided)).toEqual([])
})

test('layers have their names in the tokens; within a component they are below ten', () => {
  expect(placesOf((text) => /z-index:/.test(text) && !/z-index: (?:var\(--z-[a-z]+\)|\d);/.test(text))).toEqual([])
})

test('every name that is used is one that is given', () => {
  const all = lines()
  const given = new Set(all.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)))
  const scripts = globSync('**/*.tsx', { cwd: ROOT })
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n')
  const unknown = all.flatMap(({ place, text }) =>
    [...text.matchAll(/var\((--[\w-]+)(,)?/g)].flatMap(([, name = '', otherwise]) =>
      given.has(name) || otherwise !== undefined || scripts.includes(`'${name}'`) ? [] : [`${name} in ${place}`],
    ),
  )
  expect(unknown).toEqual([])
})
