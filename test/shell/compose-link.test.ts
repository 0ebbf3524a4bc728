import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readComposeLink } from '../../src-main/shell/compose-link.ts'

const link = (query: Record<string, string>) => `posthorn://compose?${String(new URLSearchParams(query))}`

test('a link offers a text and an address under it', () => {
  expect(readComposeLink(link({ text: 'Good morning, harbour', url: 'https://example.org/a?b=c' }))).toBe(
    'Good morning, harbour\n\nhttps://example.org/a?b=c',
  )
  expect(readComposeLink(link({ url: 'https://example.org/' }))).toBe('https://example.org/')
  expect(readComposeLink('posthorn:compose?text=Short')).toBe('Short')
  expect(readComposeLink('posthorn://compose')).toBe('')
})

test.each([
  'https://example.org/compose?text=no',
  'posthorn://settings?text=no',
  'posthorn://compose.example?text=no',
  'javascript:alert(1)',
  'posthorn',
  '',
])('%j is no such link', (address) => {
  expect(readComposeLink(address)).toBeNull()
})

test('addresses that are no web pages are left out', () => {
  expect(readComposeLink(link({ text: 'a', url: 'file:///etc/passwd' }))).toBe('a')
  expect(readComposeLink(link({ text: 'a', url: 'javascript:alert(1)' }))).toBe('a')
})

test('a text that is too long for any network is cut', () => {
  expect(readComposeLink(link({ text: 'x'.repeat(30_000) }))).toHaveLength(20_000)
})

test('whatever a link says, the text holds nothing unseen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.string({ maxLength: 50 }), (text, url) => {
      const read = readComposeLink(link({ text, url })) ?? ''
      expect(read.replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
    }),
  )
})
