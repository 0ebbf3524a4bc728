import type { ParsedComponents } from 'chrono-node'
import { casual as american, GB as english } from 'chrono-node/en'
import { casual as german } from 'chrono-node/de'

/** What a text means as a time: a day as `2026-12-01`, and the time of that day as `09:30` where one was said. */
export type ReadWhen = { readonly day: string; readonly clock: string | null }

/** `1.12.` or `1.12.2026`, which both languages' readers leave alone without a year. */
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.?(?:\s?(\d{4}|\d{2}))?$/
const BACK = /\b(?:last|past|previous|letzte\w*|vorige\w*|vergangene\w*)\b/i
/** What may be said before it: that one goes there, or that a post does. */
const LEAD =
  /^(?:(?:go|move|schedule|reschedule|plan|gehe?|verschiebe?n?|plane?n?)\s+(?:(?:it|this|post|posts)\s+)?(?=\S))?(?:(?:to|for|on|at|zu[mr]?|auf|für|am|um)\s+)?/i
/** A bare hour at the end, which the readers take for nothing: `friday 9`. */
const HOUR = /\s(\d{1,2})$/

/** Words of two letters mean too much: `do` is a Thursday in German. */
const LEAST = 3

const two = (part: number): string => String(part).padStart(2, '0')
const keyOf = (day: Date): string => [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')

/**
 * The time that a text means as a whole; null: it means none. `now` is the wall time where the person lives, as
 * `2026-11-22T10:30`, `locale` how they write dates. English and German are understood in every language.
 */
export const readWhen = (text: string, now: string, locale: string): ReadWhen | null => {
  const asked = text.trim().replace(LEAD, '')
  if (asked.length < LEAST) return null
  const here = new Date(now)
  const dotted = DOTTED.exec(asked)
  if (dotted !== null) return dottedDay(dotted, here)
  return readWhole(asked, here, locale) ?? readWhole(asked.replace(HOUR, ' $1:00'), here, locale)
}

/** Part of a sentence is no time. */
const readWhole = (asked: string, here: Date, locale: string): ReadWhen | null => {
  const readers = [locale.endsWith('-US') ? american : english, german]
  for (const reader of locale.startsWith('de') ? readers.toReversed() : readers) {
    const [found] = reader.parse(asked, here, { forwardDate: !BACK.test(asked) })
    if (found !== undefined && found.text.length === asked.length && found.end == null) return whenOf(found.start)
  }
  return null
}

const whenOf = (start: ParsedComponents): ReadWhen => ({
  day: keyOf(start.date()),
  clock: start.isCertain('hour') ? `${two(start.get('hour') ?? 0)}:${two(start.get('minute') ?? 0)}` : null,
})

const dottedDay = ([, day = '', month = '', year]: RegExpExecArray, here: Date): ReadWhen | null => {
  const on = (fullYear: number): Date => new Date(fullYear, Number(month) - 1, Number(day), 23, 59)
  const asked = year === undefined ? here.getFullYear() : Number(year.length === 2 ? `20${year}` : year)
  const found = year === undefined && on(asked) < here ? on(asked + 1) : on(asked)
  const isThatDay = found.getDate() === Number(day) && found.getMonth() === Number(month) - 1
  return isThatDay ? { day: keyOf(found), clock: null } : null
}
