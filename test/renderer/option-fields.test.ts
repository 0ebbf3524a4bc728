import { expect, test } from 'vitest'
import {
  optionFields,
  readNumber,
  summaryOf,
  withOption,
  wordsOf,
} from '../../src-renderer/composer/options/option-fields.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import { tools } from '../channels/channel-world.ts'

const channels = createChannels(tools)
const fieldsFor = (key: string) => optionFields(channels.get(key)?.descriptor.options ?? null)
const kinds = (key: string) => Object.fromEntries(fieldsFor(key).map(({ name, kind }) => [name, kind]))

test('each option of a network gets the field that fits it', () => {
  expect(kinds('mastodon')).toMatchObject({
    visibility: 'choice',
    sensitive: 'yes-no',
    poll_options: 'words',
    poll_minutes: 'number',
    spoiler_text: 'line',
    quote: 'address',
  })
  expect(kinds('bluesky')).toMatchObject({ labels: 'picks', langs: 'words' })
  expect(kinds('wordpress')).toMatchObject({ categories: 'numbers', excerpt: 'long' })
  expect(kinds('google-business')).toMatchObject({ event: 'group' })
  const event = fieldsFor('google-business').find(({ name }) => name === 'event')
  expect(event?.fields.map(({ name, kind, needed }) => [name, kind, needed])).toEqual([
    ['title', 'line', true],
    ['start', 'day', true],
    ['end', 'day', true],
    ['start_time', 'line', false],
    ['end_time', 'line', false],
  ])
})

test('every option of every network has a title, and no field is without a kind of its own', () => {
  const all = [...channels.keys()].flatMap((key) => fieldsFor(key).map((field) => ({ key, ...field })))
  expect(all.filter(({ title }) => title === '').map(({ key, name }) => `${key} ${name}`)).toEqual([])
  expect(all.filter(({ kind, choices }) => ['choice', 'picks'].includes(kind) && choices.length === 0)).toEqual([])
})

test('what must be said for every post is marked', () => {
  const needed = [...channels.keys()].flatMap((key) =>
    fieldsFor(key).flatMap((field) => (field.needed ? [`${key} ${field.name}`] : [])),
  )
  expect(needed).toEqual(['tiktok privacy_level', 'youtube made_for_kids'])
})

test('the words of networks are made readable', () => {
  expect(['PUBLIC_TO_EVERYONE', 'mentionedUsers', 'graphic-media', 'status:-free'].map(wordsOf)).toEqual([
    'Public to everyone',
    'Mentioned users',
    'Graphic media',
    'Status:-free',
  ])
})

test('what is emptied is not told at all, and what is answered with no is', () => {
  const set = withOption(withOption({}, 'visibility', 'unlisted'), 'sensitive', false)
  expect(set).toEqual({ visibility: 'unlisted', sensitive: false })
  for (const nothing of [undefined, '', [], {}]) {
    expect(withOption(set, 'visibility', nothing)).toEqual({ sensitive: false })
  }
})

test('a number is a number, and anything else stays for the channel to judge', () => {
  expect(['60', ' 7 ', '-1', '2.5', '1.', 'soon'].map(readNumber)).toEqual([60, 7, -1, 2.5, '1.', 'soon'])
})

test('what is set is summed up in the words of the form', () => {
  const options = { visibility: 'unlisted', sensitive: true, poll_options: ['Yes', 'No'], quotes: undefined }
  expect(summaryOf(fieldsFor('mastodon'), options).map(({ says }) => says)).toEqual([
    'Who sees it: Unlisted',
    'Hide the media at first',
    'Choices of a poll: Yes, No',
  ])
  const long = { first_comment: 'A comment that is far too long to be told beside the name' }
  expect(summaryOf(fieldsFor('linkedin'), long).map(({ says }) => says)).toEqual([
    'First comment: A comment that is far too l…',
  ])
  expect(summaryOf(fieldsFor('telegram'), { link_preview: false }).map(({ says }) => says)).toEqual([
    'Preview of the first link: no',
  ])
})
