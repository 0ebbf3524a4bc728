import type { Template } from '../../../src-preload/contract/model/template.ts'

/** Those whose name or words have what was typed; names that begin with it first. */
export const matchTemplates = (entries: readonly Template[], typed: string): Template[] => {
  const wanted = typed.trim().toLowerCase()
  const rank = ({ name, text }: Template): number => {
    if (name.toLowerCase().startsWith(wanted)) return 0
    if (name.toLowerCase().includes(wanted)) return 1
    return text.toLowerCase().includes(wanted) ? 2 : 3
  }
  return entries.filter((one) => rank(one) < 3).toSorted((a, b) => rank(a) - rank(b))
}

/** The hashtags of a text in their order, each once; null where it has none. */
export const hashtagsIn = (text: string): string | null => {
  const found = text.match(/#[\p{L}\p{N}_]+/gu)
  return found === null ? null : [...new Set(found)].join(' ')
}

/** The text with words put in at a place: a set of hashtags stands apart from what is before it. */
export const putTemplate = (
  { text, start, end }: { text: string; start: number; end: number },
  { kind, text: words }: Pick<Template, 'kind' | 'text'>,
): { text: string; start: number; end: number } => {
  const before = text.slice(0, start)
  const gap = kind === 'hashtags' && before !== '' && !/\s$/.test(before) ? ' ' : ''
  const caret = before.length + gap.length + words.length
  return { text: before + gap + words + text.slice(end), start: caret, end: caret }
}
