import { casual as american, GB as english } from 'chrono-node/en'
import { casual as german } from 'chrono-node/de'

/** `1.12.` or `1.12.2026`, which both languages' readers leave alone without a year. */
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.?(?:\s?(\d{4}|\d{2}))?$/
const BACK = /\b(?:last|past|previous|letzte\w*|vorige\w*|vergangene\w*)\b/i
const LEAD = /^(?:go to|on|gehe? zum?|zum?|am)\s+/i

/** Words of two letters mean too much: `do` is a Thursday in German. */
const LEAST = 3

const keyOf = (day: Date): string =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/**
 * The day that a text means as a whole, as `2026-12-01`; null: it means none. `today` is the day it is where the person
 * lives, written the same way, `locale` how they write dates. English and German are understood in every language.
 */
export const readDay = (text: string, today: string, locale: string): string | null => {
  const asked = text.trim().replace(LEAD, '')
  if (asked.length < LEAST) return null
  const noon = new Date(`${today}T12:00`)
  const dotted = DOTTED.exec(asked)
  if (dotted !== null) return dottedDay(dotted, noon)
  const readers = [locale.endsWith('-US') ? american : english, german]
  for (const reader of locale.startsWith('de') ? readers.toReversed() : readers) {
    const [found] = reader.parse(asked, noon, { forwardDate: !BACK.test(asked) })
    // Part of a sentence is no date to go to.
    if (found !== undefined && found.text.length === asked.length) return keyOf(found.start.date())
  }
  return null
}

const dottedDay = ([, day = '', month = '', year]: RegExpExecArray, noon: Date): string | null => {
  const on = (fullYear: number): Date => new Date(fullYear, Number(month) - 1, Number(day), 12)
  const asked = year === undefined ? noon.getFullYear() : Number(year.length === 2 ? `20${year}` : year)
  const found = year === undefined && on(asked) < noon ? on(asked + 1) : on(asked)
  return found.getDate() === Number(day) && found.getMonth() === Number(month) - 1 ? keyOf(found) : null
}
