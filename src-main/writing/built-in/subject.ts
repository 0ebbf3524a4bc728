import type { Asset } from '../../../src-preload/contract/model/writing.ts'
import type { Brief } from '../../core/ports.ts'
import { sentencesOf } from '../cut-words.ts'
import { findKeywords, hashtagOf } from '../keywords.ts'
import { detectLanguage, primaryLanguage } from '../language.ts'
import { type Phrases, phrasesOf, TOLD, type Told } from './phrases.ts'

/** What there is to say, in the words of the asset or the prompt. */
export type Subject = {
  phrases: Phrases
  title: string
  summary: string
  /** Facts, each a line, with their label. */
  facts: readonly string[]
  keywords: readonly string[]
}

export const subjectOf = ({ about, language }: Brief): Subject => {
  const chosen = language === null ? null : primaryLanguage(language)
  return about.kind === 'prompt' ? ofPrompt(about.text, chosen) : ofAsset(about.asset, chosen)
}

/** Hashtags of a subject that its text does not carry already. */
export const tagsOf = ({ title, summary, keywords }: Subject): string[] => {
  const carried = new Set(`${title} ${summary}`.toLowerCase().match(/#[\p{L}\p{M}\p{N}_]+/gu))
  const tags = keywords.map(hashtagOf).filter((tag) => tag !== null && !carried.has(`#${tag.toLowerCase()}`))
  return [...new Map(tags.map((tag) => [tag?.toLowerCase(), tag ?? ''])).values()].slice(0, MAX_TAGS)
}

const MAX_TAGS = 3

const ofPrompt = (prompt: string, chosen: string | null): Subject => {
  const language = chosen ?? detectLanguage(prompt)
  const phrases = phrasesOf(language)
  const [first, ...rest] = sentencesOf(withoutRequest(prompt.trim(), phrasesOf(detectLanguage(prompt))))
  const title = first?.text ?? ''
  const summary = rest.map(({ text }) => text).join(' ')
  return { phrases, title, summary, facts: [], keywords: findKeywords(title, summary, language) }
}

/** "Write a post about our summer party" is about "Our summer party". */
const withoutRequest = (prompt: string, { request }: Phrases): string => {
  const rest = request === null ? prompt : prompt.replace(request, '')
  const [first = ''] = rest
  return /\p{L}/u.test(rest) && rest !== prompt ? first.toLocaleUpperCase() + rest.slice(first.length) : prompt
}

const ofAsset = ({ title, summary, facts, keywords }: Asset, chosen: string | null): Subject => {
  const own = facts['language']
  const language = chosen ?? (own === undefined ? detectLanguage(`${title}. ${summary}`) : primaryLanguage(own))
  const phrases = phrasesOf(language)
  return { phrases, title, summary, facts: TOLD.flatMap((name) => factLine(phrases, name, facts[name])), keywords }
}

const factLine = (phrases: Phrases, name: Told, value: string | undefined): string[] => {
  if (value === undefined || value.trim() === '') return []
  const told = name === 'startsAt' || name === 'endsAt' ? dayOf(value, phrases.locale) : value
  return [phrases.facts[name].replace('{}', () => told)]
}

const STAMP = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/

/** A time as it was written, in the language's own way; its own clock's, whatever zone that is. Other text stays. */
const dayOf = (value: string, locale: string | null): string => {
  const [, year, month, day, hour, minute] = STAMP.exec(value) ?? []
  if (year === undefined || month === undefined || day === undefined) return value
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0)))
  if (Number.isNaN(date.getTime())) return value
  if (locale === null) return `${year}-${month}-${day}${hour === undefined ? '' : ` ${hour}:${minute}`}`
  const style =
    hour === undefined ? { dateStyle: 'long' as const } : { dateStyle: 'long' as const, timeStyle: 'short' as const }
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(date)
}
