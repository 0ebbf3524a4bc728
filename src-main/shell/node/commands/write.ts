import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { type AssetSource, tone, type Tone } from '../../../../src-preload/contract/model/writing.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import { act, type Work, withExamples } from '../act.ts'
import { collect } from '../input/collect.ts'
import { findAccounts } from '../input/find-account.ts'
import { fromHere } from '../input/from-here.ts'
import { amount } from '../input/numbers.ts'

type StyleFlags = { tone?: Tone; language?: string; hashtags: boolean }

/** `posthorn write ...`: suggestions, which publish nothing. */
export const declareWrite = (program: Command): void => {
  const write = program.command('write').description('suggestions to choose from; they publish nothing')
  withStyle(
    withExamples(
      write
        .command('text <prompt>')
        .description('captions for what you describe')
        .option('--channel <channel>', 'make them fit this channel')
        .option('--link <url>', 'a link to carry')
        .option('--count <number>', 'how many, 3 to 10', amount, 3),
      'write text "We open a second shop in spring" --channel bluesky --tone friendly',
    ),
  ).action(act(text))
  withStyle(
    withExamples(
      write
        .command('post <source...>')
        .description('ready content from an address or a file: a page, a product, a feed, Markdown')
        .option('--to <account>', 'for this account, repeatable; without: for every account', collect),
      'write post https://example.com/products/lamp --to Alice',
      'write post notes.md',
    ),
  ).action(act(post))
  withExamples(
    write.command('assets <source>').description('what a post can be made from, as it is read'),
    'write assets https://example.com/feed.xml',
  ).action(
    act(async ({ caller, out }, source: string) => {
      const { entries } = await caller.call('writing.assets', await sourceOf(source))
      out.result({ entries }, () =>
        entries.map(({ kind, title, url }) => `${kind}: ${title}${url === null ? '' : `  ${url}`}`).join('\n'),
      )
    }),
  )
}

const withStyle = (command: Command): Command =>
  command
    .addOption(new Option('--tone <tone>', 'how it sounds').choices(tone.options))
    .option('--language <tag>', 'such as en or pt-BR')
    .option('--no-hashtags', 'without hashtags')

const styleOf = ({ tone: sound, language, hashtags }: StyleFlags) => ({
  hashtags,
  ...(sound === undefined ? {} : { tone: sound }),
  ...(language === undefined ? {} : { language }),
})

type TextFlags = StyleFlags & { channel?: string; link?: string; count: number }

const text = async ({ caller, out }: Work, prompt: string, flags: TextFlags) => {
  const found = await caller.call('writing.text', {
    prompt,
    count: flags.count,
    ...styleOf(flags),
    ...(flags.channel === undefined ? {} : { channel: flags.channel }),
    ...(flags.link === undefined ? {} : { link: flags.link }),
  })
  out.result(found, () => found.suggestions.map((one, index) => `${index + 1}. ${one.text}`).join('\n\n'))
}

const post = async ({ caller, out }: Work, sources: readonly string[], flags: StyleFlags & { to?: string[] }) => {
  const accounts = await findAccounts(caller, flags.to ?? [])
  const made = await caller.call('writing.post', {
    assets: await Promise.all(sources.map(sourceOf)),
    ...styleOf(flags),
    ...(accounts.length === 0 ? {} : { accountIds: accounts.map(({ id }) => id) }),
  })
  out.result(made, () => made.contents.map((one) => `${one.channel}:\n${one.text}`).join('\n\n'))
}

const sourceOf = async (source: string): Promise<AssetSource> => {
  if (/^https?:\/\//i.test(source)) return { kind: 'url', url: source }
  const content = await readFile(fromHere(source), 'utf8').catch((error: Error) =>
    refuseInEnglish(
      'media-unreadable',
      `The file ${source} cannot be read.`,
      'Check its name and that you may read it.',
      {
        detail: error.message,
      },
    ),
  )
  return { kind: 'file', name: basename(source), text: content }
}
