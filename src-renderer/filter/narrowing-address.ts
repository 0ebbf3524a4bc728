import type { Narrowing } from './narrowing.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Writes what a list is narrowed to into an address, so that going back and reloading find it again. */
export const writeNarrowing = (narrowing: Narrowing, address: URLSearchParams): void => {
  const { search, accountId, channel, tags, from, to, external } = narrowing
  if (search !== '') address.set('search', search)
  if (accountId !== null) address.set('account', accountId)
  if (channel !== null) address.set('channel', channel)
  for (const tag of tags) address.append('tag', tag)
  if (from !== null) address.set('from', from)
  if (to !== null) address.set('to', to)
  if (external !== null) address.set('made', external ? 'there' : 'here')
}

/** Reads it back; what makes no sense is left out. */
export const readNarrowing = (address: URLSearchParams): Narrowing => {
  const made = address.get('made')
  return {
    search: address.get('search') ?? '',
    accountId: address.get('account') || null,
    channel: address.get('channel') || null,
    tags: address.getAll('tag').filter((tag) => tag !== ''),
    from: dayIn(address, 'from'),
    to: dayIn(address, 'to'),
    external: made === 'there' ? true : made === 'here' ? false : null,
  }
}

const dayIn = (address: URLSearchParams, name: string): string | null => {
  const day = address.get(name) ?? ''
  return DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : null
}
