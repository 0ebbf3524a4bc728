import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { say } from '../words/say.ts'
import { columnName, COLUMNS, combinationWords, lengthWords, wordsIn } from './allowance-words.ts'
import { factsOf, optionsOf } from './facts.ts'

/** The comparison as a table that other programs read. */
export const comparisonMarkdown = (channels: readonly ChannelDescriptor[]): string =>
  table(
    [say('channels.channel'), ...COLUMNS.map(({ key }) => columnName(key))],
    channels.map((channel) => [channel.name, ...COLUMNS.map(({ of }) => of(channel))]),
  )

/** All facts of one channel. */
export const channelMarkdown = (channel: ChannelDescriptor): string => {
  const { allows, name } = channel
  const types = allows.content.flatMap(({ type, takes }) =>
    takes.map((one) => [
      type === null ? say('channels.a-post') : type,
      combinationWords(one),
      wordsIn(one),
      lengthWords(one.seconds),
    ]),
  )
  const options = optionsOf(channel)
  return [
    `# ${say('channels.allows-one', { channel: name })}`,
    ...factsOf(channel).flatMap(({ title, facts }) => [
      `## ${title}`,
      facts.map((one) => `- **${one.name}**: ${one.says}`).join('\n'),
    ]),
    `## ${say('channels.types')}`,
    table([say('channels.type'), say('channels.takes'), say('channels.words'), say('channels.video-length')], types),
    ...(options.length === 0
      ? []
      : [
          `## ${say('channels.options-it')}`,
          options.map((one) => `- **${one.name}**${one.says && `: ${one.says}`}`).join('\n'),
        ]),
    `## ${say('channels.sources')}`,
    allows.sources.map((source) => `- ${source}`).join('\n'),
    say('channels.read-on', { date: allows.read }),
  ].join('\n\n')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ')
