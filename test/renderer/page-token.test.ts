import { expect, test } from 'vitest'
import { takePageToken } from '../../src-renderer/bridge/page-token.ts'
import { createManualStorage } from './manual-storage.ts'

const open = (hash: string, storage = createManualStorage()) => {
  const addresses: string[] = []
  const token = takePageToken({
    location: { hash, pathname: '/', search: '' },
    history: { replaceState: (_, __, url) => addresses.push(url) },
    storage,
  })
  return { token, addresses, storage }
}

test('takes the key out of the address and keeps it for the tab', () => {
  const { token, addresses, storage } = open('#token=a%2Bb')
  expect(token).toBe('a+b')
  expect(addresses).toEqual(['/'])
  expect(open('#/queue', storage)).toMatchObject({ token: 'a+b', addresses: [] })
})

test('a new link replaces the old key', () => {
  const { storage } = open('#token=old')
  expect(open('#token=new', storage).token).toBe('new')
  expect(open('', storage).token).toBe('new')
})

test('has no key when the page was opened without one', () => {
  expect(open('#/queue').token).toBeNull()
})
