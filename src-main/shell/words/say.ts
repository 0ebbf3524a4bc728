import { createIntl, type IntlShape } from '@formatjs/intl'
import type { Settings } from '../../../src-preload/contract/model/settings.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { BOOT_TOLD_DE } from './boot-told-de.ts'
import { DE } from './de.ts'
import { type DesktopWord, EN } from './en.ts'

const CATALOGUES = { en: EN, de: DE }

const intlOf = (locale: string): IntlShape => {
  const language = locale.startsWith('de') ? 'de' : 'en'
  return createIntl({ locale: locale.startsWith(language) ? locale : language, messages: { ...CATALOGUES[language] } })
}

let intl = intlOf('en')

/** The language that everything outside the window is said in; `system` is the computer's, such as `de-AT`. */
export const speakIn = (choice: Settings['language'], system: string): void => {
  intl = intlOf(choice === 'system' || system.startsWith(choice) ? system : choice)
}

/** What the desktop says outside its window, in the person's language. */
export const say = (key: DesktopWord, values?: Record<string, string | number>): string =>
  intl.formatMessage({ id: key }, values)

/** Why Posthorn cannot start and what to do then; what the language has no words for is said in English. */
export const sayBootFailure = ({ message, next, told }: Failure): { message: string; next: string } => {
  const own = told && intl.locale.startsWith('de') ? BOOT_TOLD_DE[told.reason] : undefined
  if (own === undefined) return { message, next }
  const [what, then] = own.map((text) => intl.formatMessage({ id: text, defaultMessage: text }, told?.about))
  return { message: what ?? message, next: then ?? next }
}

/** Day and hour as the person's region writes them. */
export const sayMoment = (at: string): string =>
  new Intl.DateTimeFormat(intl.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

export const sayClock = (at: string): string =>
  new Intl.DateTimeFormat(intl.locale, { timeStyle: 'short' }).format(new Date(at))
