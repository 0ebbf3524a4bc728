import type { ItemState } from '../../src-preload/contract/model/item.ts'
import type { AccountRecord, ItemRecord, Millis, PostRecord } from '../../src-main/core/records.ts'

/** When the benchmark's world stands: everything before it is history. */
export const NOW: Millis = Date.UTC(2026, 10, 22, 9)
const DAY = 86_400_000

export const clock = { now: () => NOW, after: () => () => {} }
export const log = { info: () => {}, warn: () => {}, error: () => {} }

export const accountId = (number: number) => `acc_${String(number).padStart(24, '0')}`
export const postId = (number: number) => `pst_${String(number).padStart(24, '0')}`
export const itemId = (number: number) => `itm_${String(number).padStart(24, '0')}`

export const account = (number: number): AccountRecord => ({
  id: accountId(number),
  channel: 'bluesky',
  name: `Account ${number}`,
  settings: { service: 'https://bsky.social' },
  identity: `account-${number}.bsky.social`,
  aliases: [],
  destination: null,
  creditsPerPost: 0,
  expiresAt: null,
  renewAt: null,
  permissions: [],
  picture: null,
  connection: 'valid',
  failure: null,
  checkedAt: NOW,
  createdAt: NOW - 2000 * DAY,
})

/** 20,000 words, the first common and the last rare, as in a language. */
const SYLLABLES = 'ba do ki lu me no pa ri sa te vu za fo gi he jo'.split(' ')
const words = Array.from({ length: 20_000 }, (_, index) => {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor(rest / 16)) name += SYLLABLES[rest % 16] ?? ''
  return name
})
export const word = (rank: number): string => words[Math.min(words.length - 1, Math.max(0, rank))] ?? ''

/** About 280 characters. */
export const textOf = (dice: () => number): string => {
  let text = ''
  while (text.length < 274) text += `${word(Math.floor(20_000 ** dice()) - 1)} `
  return text.trimEnd()
}

export const post = (number: number, at: Millis, text: string): PostRecord => ({
  id: postId(number),
  text,
  media: [],
  thread: false,
  numbered: false,
  rich: false,
  strict: false,
  options: {},
  tags: number % 4 === 0 ? ['news'] : [],
  zone: 'Europe/Berlin',
  lateness: null,
  external: false,
  createdAt: at - DAY,
  updatedAt: at - DAY,
  deletedAt: null,
})

/** Mostly published, some of everything else, one in two hundred still to come. */
export const stateOf = (at: Millis, dice: () => number): ItemState => {
  if (at > NOW) return 'scheduled'
  const die = dice()
  if (die < 0.002) return 'failed'
  if (die < 0.003) return 'missed'
  if (die < 0.01) return 'cancelled'
  return die < 0.03 ? 'draft' : 'published'
}

export const createItem = (number: number, owner: AccountRecord, at: Millis, state: ItemState): ItemRecord => {
  const key = `3l${number.toString(36).padStart(11, '2')}`
  return {
    id: itemId(number),
    postId: postId(number),
    accountId: owner.id,
    channel: owner.channel,
    state,
    override: {},
    schedule:
      state === 'draft' ? null : { wall: new Date(at).toISOString().slice(0, 19), zone: 'UTC', at, shift: null },
    nextAt: state === 'scheduled' ? at : null,
    waiting: null,
    failure: state === 'failed' ? REFUSED : null,
    attempts: state === 'published' || state === 'failed' ? 1 : 0,
    tries: 0,
    marker: state === 'published' ? key : null,
    parts: [],
    leaseUntil: null,
    held: null,
    remote: state === 'published' ? remoteOf(key) : null,
    publishedAt: state === 'published' ? at + 800 : null,
    unpublishedAt: null,
    charge: null,
    slot: null,
    changes: [],
    versions: [],
    external: false,
    createdAt: at - DAY,
    updatedAt: at,
  }
}

const REFUSED = {
  code: 'rejected-by-channel',
  message: 'Bluesky refused the post.',
  next: 'Change it and try again.',
} as const

const remoteOf = (key: string) => ({
  id: `at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/${key}`,
  url: `https://bsky.app/profile/account.bsky.social/post/${key}`,
  parts: [],
})

/** The time of one of so many posts: spread evenly, the last half per cent of them ahead of now. */
export const timeOf = (number: number, of: number): Millis =>
  NOW + Math.round((number - of * 0.995) * ((1500 * DAY) / of))
