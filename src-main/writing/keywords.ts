import { getStopwords, supported_language_codes } from 'keyword-extractor'

const MAX = 8
/** What a word counts for where it stands. */
const TITLE = 3
const REST = 2
/** Short words say little; in scripts that write no blanks they say much. */
const SHORT = 3
const DENSE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u

/**
 * The words that a text is about, the most telling first: repeated ones, then those of the title, in order. What is said
 * once beside the title counts only where there is nothing else.
 */
export const findKeywords = (title: string, rest: string, language: string | null): string[] => {
  const stopwords = new Set(stopwordsOf(language))
  const seen = new Map<string, { word: string; score: number }>()
  const count = (text: string, weight: number) => {
    for (const word of wordsOf(text, language)) {
      const key = word.toLowerCase()
      if (stopwords.has(key) || !telling(word)) continue
      const known = seen.get(key)
      if (known) known.score += weight
      else seen.set(key, { word, score: weight })
    }
  }
  count(title, TITLE)
  count(rest, REST)
  const words = [...seen.values()]
  const strong = words.filter(({ score }) => score >= TITLE)
  return (strong.length > 0 ? strong : words)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX)
    .map(({ word }) => word)
}

/** A keyword as a hashtag without its sign; null when it cannot be one. */
export const hashtagOf = (keyword: string): string | null => {
  const words = keyword.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const tag = words.length === 1 ? (words[0] ?? '') : words.map(capitalised).join('')
  return /\p{L}/u.test(tag) && tag.length <= 40 ? tag : null
}

const capitalised = (word: string): string => {
  const [first = ''] = word
  return first.toLocaleUpperCase() + word.slice(first.length)
}

const wordsOf = (text: string, language: string | null): string[] => {
  const bare = text.replace(/https?:\/\/\S+|[#@]\S+/g, ' ')
  const segmenter = new Intl.Segmenter(language ?? 'en', { granularity: 'word' })
  return [...segmenter.segment(bare)].filter((one) => one.isWordLike === true).map((one) => one.segment)
}

const telling = (word: string): boolean =>
  /\p{L}/u.test(word) && !/\d/.test(word) && (DENSE.test(word) ? word.length > 1 : word.length > SHORT)

/** A language without a list borrows the English one: then only short words are told apart. */
const stopwordsOf = (language: string | null): string[] => {
  const known = supported_language_codes.find((code) => code === language)
  return getStopwords({ language: (known ?? 'en') as 'en' })
}
