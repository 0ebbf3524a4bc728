import type { Tone } from '../../../src-preload/contract/model/writing.ts'
import { german } from './phrases/german.ts'
import { english } from './phrases/english.ts'
import { french } from './phrases/french.ts'
import { spanish } from './phrases/spanish.ts'
import { wordless } from './phrases/wordless.ts'

/** Facts that captions tell, in their order. */
export const TOLD = ['price', 'oldPrice', 'startsAt', 'endsAt', 'place', 'code', 'author'] as const
export type Told = (typeof TOLD)[number]

/**
 * The fixed words of a language. They claim nothing about what is posted: no "new", no "cheap", no "only today".
 * `{}` is where the asset's own words go.
 */
export type Phrases = {
  /** Before the title: four of each tone. Times three closers that is more than can be asked for at once. */
  openers: Readonly<Record<Tone, readonly [string, string, string, string]>>
  /** At the end: three of each tone, one of them empty. */
  closers: Readonly<Record<Tone, readonly [string, string, string]>>
  facts: Readonly<Record<Told, string>>
  /** Writes a day, and a day with a time of day, given as UTC; null: in digits. */
  locale: string | null
  /** What a prompt may begin with when it asks for a text; what follows it is what the text is about. */
  request: RegExp | null
}

const PHRASES: Readonly<Record<string, Phrases>> = { en: english, de: german, es: spanish, fr: french }

/** The words of a language (ISO 639-1); for one that Posthorn does not write in: signs instead of words. */
export const phrasesOf = (language: string | null): Phrases => PHRASES[language ?? ''] ?? wordless
