import type { EmphasisKind } from '../../src-preload/contract/model/channel.ts'
import { parse, postprocess, preprocess } from 'micromark'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'

/** A stretch of text that stands out; indices in UTF-16 units, end exclusive. Stretches nest, they do not overlap. */
export type Emphasis = { start: number; end: number } & (
  | { kind: Exclude<EmphasisKind, 'link'> }
  /** Words that lead somewhere. */
  | { kind: 'link'; href: string }
)

export type RichText = { text: string; emphasis: readonly Emphasis[] }

/** Marks of Markdown that mean something within a line. Everything else of it stands as it was typed. */
const LINES_ONLY = {
  disable: {
    null: [
      'autolink',
      'blockQuote',
      'characterReference',
      'codeFenced',
      'codeIndented',
      'definition',
      'hardBreakEscape',
      'headingAtx',
      'htmlFlow',
      'htmlText',
      'labelStartImage',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
}

const KINDS: Readonly<Record<string, Exclude<EmphasisKind, 'link'>>> = {
  strong: 'bold',
  emphasis: 'italic',
  strikethrough: 'strike',
  codeText: 'code',
}
/** Tokens that are marks and no words. */
const MARKS = new Set([
  'strongSequence',
  'emphasisSequence',
  'strikethroughSequence',
  'codeTextSequence',
  'escapeMarker',
  'labelMarker',
  'resource',
])

/**
 * Takes the marks out of a text that has them. What a network knows of emphasis (`knows`) becomes stretches, and of the
 * rest the words stay; the address of a link that cannot be one stands behind its words.
 */
export const readRichText = (source: string, knows: ReadonlySet<EmphasisKind>): RichText => {
  const events = postprocess(
    parse({ extensions: [LINES_ONLY, gfmStrikethrough({ singleTilde: false })] })
      .document()
      .write(preprocess()(source, undefined, true)),
  )
  const stretches: { start: number; end: number; kind: EmphasisKind; href?: string }[] = []
  const cuts: { start: number; end: number; instead: string }[] = []
  const links: { start: number; href: string }[] = []
  for (const [what, token] of events) {
    const [start, end] = [token.start.offset, token.end.offset]
    if (what === 'enter') {
      if (token.type === 'link') links.push({ start, href: '' })
      if (MARKS.has(token.type)) cuts.push({ start, end, instead: '' })
      continue
    }
    const kind = KINDS[token.type]
    if (kind) stretches.push({ start, end, kind })
    const link = links.at(-1)
    if (link && token.type === 'resourceDestinationString') link.href = source.slice(start, end)
    if (link && token.type === 'link') {
      links.pop()
      stretches.push({ start: link.start, end, kind: 'link', href: link.href })
      const resource = cuts.findLast((cut) => cut.end === end)
      if (resource && !leads(link.href, knows) && link.href !== '') resource.instead = ` (${link.href})`
    }
  }
  return cut(source, cuts, stretches, knows)
}

/** Only addresses that a reader may open are made into links. */
const leads = (href: string, knows: ReadonlySet<EmphasisKind>): boolean =>
  knows.has('link') && /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(href)

const cut = (
  source: string,
  cuts: readonly { start: number; end: number; instead: string }[],
  stretches: readonly { start: number; end: number; kind: EmphasisKind; href?: string }[],
  knows: ReadonlySet<EmphasisKind>,
): RichText => {
  let text = ''
  let at = 0
  /** Where each index of the source came to stand; those within a cut stand at its beginning. */
  const moved = new Map<number, number>()
  const place = (until: number) => {
    for (; at < until; at += 1) {
      moved.set(at, text.length)
      text += source[at] ?? ''
    }
  }
  for (const { start, end, instead } of cuts.toSorted((a, b) => a.start - b.start)) {
    place(start)
    for (; at < end; at += 1) moved.set(at, text.length)
    text += instead
  }
  place(source.length)
  moved.set(source.length, text.length)
  const emphasis = stretches
    .filter(({ kind, href }) => (kind === 'link' ? leads(href ?? '', knows) : knows.has(kind)))
    .map(({ start, end, kind, href }): Emphasis => {
      const span = { start: moved.get(start) ?? 0, end: moved.get(end) ?? text.length }
      return kind === 'link' ? { ...span, kind, href: href ?? '' } : { ...span, kind }
    })
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  return { text, emphasis }
}
