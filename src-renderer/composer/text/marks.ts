import { say } from '../../words/say.ts'

/** A text with what is selected in it, in UTF-16 units. */
export type Selected = { text: string; start: number; end: number }

export type Mark = 'bold' | 'italic' | 'strike' | 'code' | 'link'

const SIGNS: Readonly<Record<Exclude<Mark, 'link'>, string>> = {
  bold: '**',
  italic: '*',
  strike: '~~',
  code: '`',
}

/** Puts a mark around what is selected, or takes it away where it stands already. Spaces at the ends stay outside. */
export const putMark = (selected: Selected, mark: Mark): Selected => {
  const tight = tightened(selected)
  return mark === 'link' ? putLink(tight) : putSigns(tight, SIGNS[mark])
}

const tightened = ({ text, start, end }: Selected): Selected => {
  const words = text.slice(start, end)
  if (words.trim() === '') return { text, start, end }
  return {
    text,
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  }
}

const putSigns = ({ text, start, end }: Selected, sign: string): Selected => {
  const [before, words, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  if (ends(before, sign) && begins(after, sign)) {
    const kept = before.slice(0, -sign.length)
    return { text: kept + words + after.slice(sign.length), start: kept.length, end: kept.length + words.length }
  }
  if (words.length > 2 * sign.length && begins(words, sign) && ends(words, sign)) {
    const bare = words.slice(sign.length, -sign.length)
    return { text: before + bare + after, start, end: start + bare.length }
  }
  const inner = start + sign.length
  return { text: before + sign + words + sign + after, start: inner, end: inner + words.length }
}

/** Whether exactly this sign stands there: one star is not half of two. Three are both. */
const begins = (text: string, sign: string): boolean => matches(/^([*]+|~+|`+)/.exec(text)?.[0] ?? '', sign)
const ends = (text: string, sign: string): boolean => matches(/([*]+|~+|`+)$/.exec(text)?.[0] ?? '', sign)

const matches = (run: string, sign: string): boolean => run === sign || (run === '***' && sign.startsWith('*'))

/** What has yet to be written is selected: the address, or the words where an address was selected. */
const putLink = ({ text, start, end }: Selected): Selected => {
  const [before, words, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  if (/^https?:\/\/\S+$/i.test(words)) {
    const label = say('composer.link-words')
    return { text: `${before}[${label}](${words})${after}`, start: start + 1, end: start + 1 + label.length }
  }
  const label = words === '' ? say('composer.link-words') : words
  const address = 'https://'
  const at = start + label.length + 3
  return { text: `${before}[${label}](${address})${after}`, start: at, end: at + address.length }
}
