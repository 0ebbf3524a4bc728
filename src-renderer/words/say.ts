import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import type { ReactNode } from 'react'
import { type WordKey, EN } from './en.ts'

/** What a text has places for: values by name, or how to show what stands between `<name>` and `</name>`. */
export type Values = Record<string, string | number | Date | undefined>
export type RichValues = Record<string, ReactNode | Date | ((inside: ReactNode) => ReactNode)>

const cache = createIntlCache()
const intlOf = (locale: string, messages: Parameters<typeof createIntl>[0]['messages']): IntlShape<ReactNode> =>
  createIntl<ReactNode>(
    {
      locale,
      ...(messages === undefined ? {} : { messages }),
      // A text that cannot be said is a fault of ours, and is told as one; the text itself is shown as it stands.
      onError: (error) => reportError(error),
    },
    cache,
  )

let intl = intlOf('en-GB', { ...EN })

/** The tongue that all texts are said in from now on. `locale` has the person's region: `de-AT`. */
export const setTongue = (locale: string, messages: Parameters<typeof createIntl>[0]['messages']): void => {
  intl = intlOf(locale, messages)
}

/** The language and region that texts, dates and numbers follow now. */
export const locale = (): string => intl.locale

/**
 * A text of the interface. ICU messages: `{count, plural, one {# post} other {# posts}}`. Asked when it is shown, never
 * when a module is loaded: the tongue is known only then.
 */
export const say = (key: WordKey, values?: Values): string => {
  const said = intl.formatMessage({ id: key }, values)
  return typeof said === 'string' ? said : String(said)
}

/** A text that some tongues have, such as a sentence of the core's; null where this one has it not. */
export const sayIfKnown = (id: string, values: () => Values): string | null => {
  if (intl.messages[id] === undefined) return null
  const said = intl.formatMessage({ id }, values())
  return typeof said === 'string' ? said : String(said)
}

/** A text with parts that are more than letters: `say`, but with elements in it. */
export const sayRich = (key: WordKey, values: RichValues): ReactNode => intl.formatMessage({ id: key }, values)

/** Several in one line, as the language joins them: `a, b and c`. */
export const sayList = (parts: readonly string[], kind: 'conjunction' | 'disjunction' = 'conjunction'): string =>
  new Intl.ListFormat(intl.locale, { type: kind }).format(parts)

/** A number as the region writes it: `1,000,000`. */
export const sayNumber = (number: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(intl.locale, options).format(number)
