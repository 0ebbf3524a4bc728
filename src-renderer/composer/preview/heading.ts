import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'

type Headed = Pick<ChannelDescriptor, 'allows' | 'look'>
type Options = Readonly<Record<string, unknown>>

/** The heading that a post has there, and where in its text the words below it begin. */
export const headingOf = (
  { allows: { title }, look }: Headed,
  text: string,
  options: Options,
): { heading: string | null; from: number } => {
  const told = options[title?.option ?? 'title']
  if (typeof told === 'string' && told.trim() !== '') return { heading: told.trim(), from: 0 }
  if (title?.needed !== true) return { heading: null, from: 0 }
  const { 0: line = '', index = 0 } = /\S[^\r\n]*/.exec(text) ?? {}
  return {
    heading: line.trim(),
    from: staysBelow(look.as, text.slice(index + line.length), line) ? 0 : restAt(text, index + line.length),
  }
}

/** Only where words are read as an article is the line not said twice; and not where a heading would lose a link. */
const staysBelow = (as: Headed['look']['as'], rest: string, line: string): boolean =>
  (as !== 'article' && as !== 'mail') || rest.trim() === '' || /https?:\/\//.test(line)

const restAt = (text: string, end: number): number => end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0)
