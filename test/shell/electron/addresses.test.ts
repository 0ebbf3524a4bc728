import { expect, test } from 'vitest'
import { isOurs, webLink } from '../../../src-main/shell/electron/addresses.ts'

test('knows its own pages', () => {
  expect(isOurs('app://posthorn/')).toBe(true)
  expect(isOurs('app://posthorn/assets/index.js')).toBe(true)
  expect(isOurs('app://posthorn')).toBe(true)
})

test.each([
  'app://posthorn.example/',
  'app://posthornx/',
  'https://posthorn/',
  'file:///app://posthorn/',
  'about:blank',
  '',
])('does not take %j for a page of its own', (url) => expect(isOurs(url)).toBe(false))

test('hands plain web links to the browser', () => {
  expect(webLink('https://bsky.app/profile/alice')).toBe('https://bsky.app/profile/alice')
  expect(webLink('http://127.0.0.1:8080/x')).toBe('http://127.0.0.1:8080/x')
})

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'smb://host/share',
  'ms-msdt:/id',
  'https://user:word@example.org/',
  'no address',
  '',
])('keeps %j from the system', (url) => expect(webLink(url)).toBeNull())
