import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createChannels } from '../../src-main/channels/index.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { tools } from './channel-world.ts'
import { SUBJECTS } from './conformance/all-subjects.ts'
import { tableOf } from '../fixtures/table-of.ts'

/*
 * The tables of the document on channels are what the channels and the conformance suite say of themselves. Told to
 * update (`vitest run --config test/vitest.config.ts --project rules test/channels/channel-table.test.ts -u`), the test
 * writes them anew.
 */

const DOCUMENT = join(import.meta.dirname, '../../resources/docs/channels.md')
const CHANNELS = [...createChannels(tools).values()]
const FILES = readdirSync(import.meta.dirname)

const yes = (can: boolean): string => (can ? 'yes' : 'no')

const serversOf = ({ key, group }: ChannelDescriptor): string =>
  group === 'assisted'
    ? 'nothing: the person posts'
    : SUBJECTS.filter((subject) => subject.key === key)
        .map(({ server }) => server)
        .join('; ')

const testsOf = (key: string): string =>
  FILES.filter((file) => new RegExp(`^${key}(-[\\w-]+)?(\\.server)?\\.test\\.ts$`).test(file))
    .map((file) => `\`${file}\``)
    .join(', ')

const filesOf = ({ media, allows }: ChannelDescriptor): string => {
  const kinds = ['image', 'video'].filter((kind) => media.mimes.some((mime) => mime.startsWith(`${kind}/`)))
  if (allows.documents) kinds.push('document')
  return kinds.length === 0 ? 'no' : `${media.max}: ${kinds.map((kind) => `${kind}s`).join(', ')}`
}

const TABLES = {
  evidence: tableOf([
    ['channel', 'tried against', 'tests of its own'],
    ...CHANNELS.map(({ descriptor }) => [descriptor.name, serversOf(descriptor), testsOf(descriptor.key)]),
  ]),
  features: tableOf([
    [
      'channel',
      'files',
      'alt text',
      'threads',
      'edit',
      'take down',
      'look up',
      'read back',
      'own schedule',
      'mentions',
      'keeps files',
    ],
    ...CHANNELS.map(({ descriptor }) => {
      const { name, can, media, allows } = descriptor
      const able = [can.thread, can.edit, can.unpublish, can.lookup, can.readBack, can.handOver, can.mentions, can.host]
      return [name, filesOf(descriptor), yes(media.max > 0 && allows.alt !== null), ...able.map(yes)]
    }),
  ]),
}

const withTables = (text: string): string =>
  text.replaceAll(
    /(<!-- table: (\w+) -->\n)[^]*?(?=<!-- end -->)/g,
    (_, before: string, name: keyof typeof TABLES) => `${before}\n${TABLES[name]}\n\n`,
  )

test('the document on channels says what the channels say of themselves, and what each is tried against', async () => {
  const text = readFileSync(DOCUMENT, 'utf8')
  for (const name of Object.keys(TABLES)) expect(text).toContain(`<!-- table: ${name} -->`)
  await expect(withTables(text)).toMatchFileSnapshot(DOCUMENT)
})

test('every channel that sends anything is tried by the conformance suite', () => {
  const tried = new Set(SUBJECTS.map(({ key }) => key))
  const sending = CHANNELS.filter(({ descriptor: { group } }) => group !== 'assisted')
  expect(sending.map(({ descriptor: { key } }) => key).filter((key) => !tried.has(key))).toEqual([])
})

test('a channel that asks for a developer app is in the list of what real accounts are to show', () => {
  const text = readFileSync(DOCUMENT, 'utf8')
  for (const { descriptor } of CHANNELS.filter(({ descriptor: { group } }) => group === 'app')) {
    expect(text).toContain(`### ${descriptor.name}\n`)
  }
})
