import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { COLUMNS, combinationWords, lengthWords, WORDS_IN } from './allowance-words.ts'
import { factsOf, optionsOf } from './facts.ts'

/** The comparison as a table that other programs read. */
export const comparisonMarkdown = (channels: readonly ChannelDescriptor[]): string =>
  table(
    ['Channel', ...COLUMNS.map(({ name }) => name)],
    channels.map((channel) => [channel.name, ...COLUMNS.map(({ of }) => of(channel))]),
  )

/** All facts of one channel. */
export const channelMarkdown = (channel: ChannelDescriptor): string => {
  const { allows, name } = channel
  const types = allows.content.flatMap(({ type, takes }) =>
    takes.map((one) => [type ?? 'Post', combinationWords(one), WORDS_IN[one.words], lengthWords(one.seconds)]),
  )
  const options = optionsOf(channel)
  return [
    `# What ${name} allows`,
    ...factsOf(channel).flatMap(({ title, facts }) => [
      `## ${title}`,
      facts.map((one) => `- **${one.name}**: ${one.says}`).join('\n'),
    ]),
    '## What a post can be',
    table(['Type', 'Takes', 'Words', 'Length of a video'], types),
    ...(options.length === 0
      ? []
      : ['## What it can be told', options.map((one) => `- **${one.name}**${one.says && `: ${one.says}`}`).join('\n')]),
    '## Sources',
    allows.sources.map((source) => `- ${source}`).join('\n'),
    `Read on ${allows.read}.`,
  ].join('\n\n')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ')
