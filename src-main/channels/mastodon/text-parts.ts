import type { TextRange } from '../../../src-preload/contract/model/post.ts'
import type { Draft } from '../channel.ts'
import { countingWith, fitsIn, measuresOf } from '../check/count-text.ts'
import { threadParts } from '../check/thread-parts.ts'
import { findLinks } from '../kit/find-links.ts'
import { rulesOn } from './limits.ts'
import type { MastodonSettings } from './settings.ts'

/** The texts that will stand, in order, as long as the account's server takes them. */
export const textsOf = async (
  { options, ...draft }: Pick<Draft, 'text' | 'thread' | 'numbered' | 'options'>,
  { limits }: MastodonSettings,
): Promise<[string, ...string[]]> => {
  const measures = countingWith(await measuresOf(rulesOn(limits).text), options['spoiler_text'])
  return threadParts(draft, fitsIn(measures))
}

const MENTION =
  /(?<![=/\p{L}\p{N}_])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)(?:@([\p{L}\p{N}.-]+[\p{L}\p{N}](?::\d+)?))?/giu
const TAG = /(?<![\p{L}\p{N}_#/&])#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu

/** What in a text will be a link, a mention, a tag, with the pages that the account's server has for them. */
export const findRanges = (text: string, { server }: MastodonSettings): TextRange[] => {
  const links: TextRange[] = findLinks(text).map((link) => ({ ...link, kind: 'link' }))
  const mentions: TextRange[] = [...text.matchAll(MENTION)].map(({ 0: found, 1: name = '', 2: host, index }) => ({
    start: index,
    end: index + found.length,
    kind: 'mention',
    href: host === undefined ? new URL(`/@${name}`, server).href : `https://${host}/@${name}`,
  }))
  const tags: TextRange[] = [...text.matchAll(TAG)].map(({ 0: found, 1: name = '', index }) => ({
    start: index,
    end: index + found.length,
    kind: 'tag',
    href: new URL(`/tags/${encodeURIComponent(name)}`, server).href,
  }))
  const outside = ({ start }: TextRange) => !links.some((link) => start >= link.start && start < link.end)
  return [...links, ...[...mentions, ...tags].filter(outside)].toSorted((a, b) => a.start - b.start)
}
