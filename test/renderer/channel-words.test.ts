import { expect, test } from 'vitest'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { channelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { describeFold, describeRules } from '../../src-main/channels/kit/describe-rules.ts'
import { FOLDER } from '../../src-main/channels/rules/folder.ts'
import { INSTAGRAM } from '../../src-main/channels/rules/instagram.ts'
import { LINKEDIN } from '../../src-main/channels/rules/linkedin.ts'
import { MASTODON } from '../../src-main/channels/rules/mastodon.ts'
import type { NetworkRules } from '../../src-main/channels/rules/network-rules.ts'
import { X } from '../../src-main/channels/rules/x.ts'
import { YOUTUBE } from '../../src-main/channels/rules/youtube.ts'
import { channelMarkdown, comparisonMarkdown } from '../../src-renderer/channels/allowance-markdown.ts'
import { COLUMNS, combinationWords } from '../../src-renderer/channels/allowance-words.ts'
import { factsOf } from '../../src-renderer/channels/facts.ts'
import { formatLength, formatStretch } from '../../src-renderer/channels/figure-words.ts'
import { listChannels } from '../../src-renderer/channels/list-channels.ts'
import { descriptorOf } from './descriptor-of.ts'
import { formatSize } from '../../src-renderer/words/size.ts'

const channelOf = (rules: NetworkRules, scheduleMinutes: number | null = null): ChannelDescriptor => {
  const base = descriptorOf({})
  return {
    ...base,
    key: rules.key,
    name: rules.name,
    edits: rules.edits,
    can: { ...base.can, thread: rules.thread, edit: rules.edits !== null, unpublish: rules.unpublish },
    rates: [...rules.rates],
    allows: describeRules(rules, { scheduleMinutes, perAccount: false }),
    fold: rules.fold ? describeFold(rules.fold) : null,
  }
}
const cells = (rules: NetworkRules, scheduleMinutes?: number) =>
  COLUMNS.map(({ of }) => of(channelOf(rules, scheduleMinutes)))

test('the rules of channels are compared in few words', () => {
  expect(cells(X)).toEqual([
    '280 characters',
    'Up to 4, 5 MB each',
    '1, up to 140 seconds, 512 MB',
    '1,000 characters',
    'Yes',
    'Yes, for 30 minutes, 5 times',
    'Yes',
    'No',
  ])
  expect(cells(MASTODON, 5).at(-1)).toBe('Yes, from 5 minutes ahead')
  expect(cells(FOLDER)).toEqual(['No limit', 'Up to 100', 'Up to 100', 'Yes', 'No', 'Yes', 'Yes', 'No'])
  expect(cells(YOUTUBE).slice(0, 4)).toEqual(['5,000 bytes', '1, up to 2 MB', '1, up to 12 hours, 256 GB', 'No'])
})

test('what may stand together reads as people say it', () => {
  const said = (rules: NetworkRules) => channelOf(rules).allows.content[0]?.takes.map(combinationWords)
  expect(said(X)).toEqual(['Up to 4 images, or none', '1 video'])
  expect(said(INSTAGRAM)).toEqual(['1 image', '1 video', '2 to 10 images and videos'])
  expect(said(LINKEDIN)).toEqual(['Up to 20 images, or none', '1 video', '1 document'])
  expect(said(YOUTUBE)).toEqual(['1 video', '1 image and 1 video'])
})

test('the facts of a channel tell how it counts, where it folds, and what it takes', () => {
  const facts = factsOf(channelOf(INSTAGRAM)).flatMap((group) => group.facts)
  const says = (name: string) => facts.find((one) => one.name === name)?.says
  expect(says('Shown at first')).toBe('About 125 characters; the rest after a click')
  expect(says('Hashtags')).toBe('At most 30')
  expect(says('Shape')).toBe('0.8 to 1.91 times as wide as high')
  expect(says('How often')).toBe('100 posts in a day')
  expect(factsOf(channelOf(LINKEDIN)).map(({ title }) => title)).toContain('Documents')
})

test('a description of rules without end is one that programs can read', () => {
  const told = JSON.parse(JSON.stringify(channelOf(FOLDER))) as unknown
  expect(channelDescriptor.safeParse(told).success).toBe(true)
})

test('the comparison and the facts are copied as Markdown', () => {
  const lines = comparisonMarkdown([channelOf(X), channelOf(MASTODON)]).split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[2]).toMatch(/^\| X \| 280 characters \|/)
  const page = channelMarkdown(channelOf(INSTAGRAM))
  expect(page).toContain('| STORY | 1 image or video | Not shown | 3 seconds to a minute |')
  expect(page).toContain('Read on 2026-11-22.')
})

test('channels with an account come first, and a search looks for every word in their names', () => {
  const channels = [channelOf(X), channelOf(MASTODON), channelOf(INSTAGRAM)]
  const keys = (search: string) => listChannels(channels, [{ channel: 'instagram' }], search).map(({ key }) => key)
  expect(keys('')).toEqual(['instagram', 'x', 'mastodon'])
  expect(keys(' st ')).toEqual(['instagram', 'mastodon'])
  expect(keys('st gram')).toEqual(['instagram'])
  expect(keys('nowhere')).toEqual([])
})

test('sizes and times are written as people read them', () => {
  expect([formatSize(999), formatSize(8 * 1024 * 1024), formatSize(256_000_000_000)]).toEqual([
    '1 kB',
    '8 MB',
    '256 GB',
  ])
  expect([formatLength(7), formatLength(3750), formatLength(0.2)]).toEqual(['0:07', '1:02:30', '0:01'])
  expect([
    formatStretch(1),
    formatStretch(900),
    formatStretch(3600),
    formatStretch(0.5),
    formatStretch(172_800),
  ]).toEqual(['a second', '15 minutes', 'an hour', '0.5 seconds', '2 days'])
})
