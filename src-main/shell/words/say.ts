import { createIntl, type IntlShape } from '@formatjs/intl'
import type { Settings } from '../../../src-preload/contract/model/settings.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { BOOT_TOLD_DE } from './boot-told-de.ts'
import { DE } from './de.ts'
import { type DesktopWord, EN } from './en.ts'

const BOOT_WORDS_DE = Object.fromEntries(
  Object.entries(BOOT_TOLD_DE).flatMap(([reason, [message, next]]) => [
    [`told.${reason}`, message],
    [`told.${reason}-next`, next],
  ]),
)
const CATALOGUES = { en: EN, de: { ...DE, ...BOOT_WORDS_DE } }

const intlOf = (locale: string): IntlShape => {
  const language = locale.startsWith('de') ? 'de' : 'en'
  return createIntl({ locale: locale.startsWith(language) ? locale : language, messages: { ...CATALOGUES[language] } })
}

let intl = intlOf('en')

/** The language that everything outside the window is said in; `system` is the computer's, such as `de-AT`. */
export const speakIn = (choice: Settings['language'], system: string): void => {
  intl = intlOf(choice === 'system' || system.startsWith(choice) ? system : choice)
}

/** The language that is spoken, as BCP 47. */
export const spoken = (): string => intl.locale

/** What the desktop says outside its window, in the person's language. */
export const say = (key: DesktopWord, values?: Record<string, string | number>): string =>
  intl.formatMessage({ id: key }, values)

/** Why Posthorn cannot start and what to do then; what the language has no words for is said in English. */
export const sayBootFailure = ({ message, next, told }: Failure): { message: string; next: string } => {
  const known = told !== undefined && intl.messages[`told.${told.reason}`] !== undefined
  if (!known) return { message, next }
  const { reason, about } = told
  return {
    message: intl.formatMessage({ id: `told.${reason}` }, about),
    next: intl.formatMessage({ id: `told.${reason}-next` }, about),
  }
}

/** Day and hour as the person's region writes them. */
export const sayMoment = (at: string): string =>
  new Intl.DateTimeFormat(intl.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

export const sayClock = (at: string): string =>
  new Intl.DateTimeFormat(intl.locale, { timeStyle: 'short' }).format(new Date(at))
