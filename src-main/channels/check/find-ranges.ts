import type { TextRange } from '../../../src-preload/contract/model/post.ts'
import { findLinks } from '../kit/find-links.ts'
import type { Reading } from './check-draft.ts'
import type { NetworkRules } from '../rules/network-rules.ts'

const TAG = /(?<![\p{L}\p{N}_#/])#([\p{L}\p{N}_]+)/gu
const MENTION = /(?<![\p{L}\p{N}_@./])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.]*[\p{L}\p{N}_])?)/gu

/** What in a text will be a link, a mention, a tag, where a network has pages for them. */
export const findRanges = ({ addresses }: NetworkRules, text: string): TextRange[] => {
  const links: TextRange[] = findLinks(text).map((link) => ({ ...link, kind: 'link' }))
  const named = (pattern: RegExp, kind: TextRange['kind'], address: string): TextRange[] =>
    [...text.matchAll(pattern)]
      .map(({ 0: found, 1: name = '', index }) => ({
        start: index,
        end: index + found.length,
        kind,
        href: address + encodeURIComponent(name),
      }))
      .filter(({ start }) => !links.some((link) => start >= link.start && start < link.end))
  const others = addresses ? [...named(TAG, 'tag', addresses.tag), ...named(MENTION, 'mention', addresses.profile)] : []
  return [...links, ...others].toSorted((a, b) => a.start - b.start)
}

/** What a draft is judged with where the rules of its network say all there is to find in a text. */
export const readByRules = (rules: NetworkRules): Reading => ({
  ranges: (text) => Promise.resolve(findRanges(rules, text)),
})
