/** The languages that the interface speaks whole. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * Made-up languages that show what is wrong with a screen before a person does: `en-XA` writes every text longer and with
 * accents, `en-XB` from right to left. By the address alone: `?language=en-XA`.
 */
export const PSEUDO_LANGUAGES = ['en-XA', 'en-XB'] as const
export type PseudoLanguage = (typeof PSEUDO_LANGUAGES)[number]

export type Tongue = Language | PseudoLanguage

/** What the interface speaks: what the address asks for, what the person chose, the computer's language, or English. */
export const tongueFor = (choice: 'system' | Language, system: string, address: string): Tongue => {
  const asked = new URLSearchParams(address).get('language')
  const known = [...LANGUAGES, ...PSEUDO_LANGUAGES].find((one) => one === asked)
  if (known !== undefined) return known
  if (choice !== 'system') return choice
  return LANGUAGES.find((one) => one === system.split('-')[0]?.toLowerCase()) ?? 'en'
}

/**
 * The tongue with the region the person lives in, for dates, hours and numbers: `en-DE` writes 09:00 and 1 December,
 * `en-US` writes 9:00 AM and December 1. `system` is the computer's language.
 */
export const localeFor = (tongue: Tongue, system: string): string => {
  const language = tongue.split('-')[0] ?? 'en'
  try {
    const region = new Intl.Locale(system).maximize().region
    return region === undefined ? homeOf(language) : `${language}-${region}`
  } catch {
    return homeOf(language)
  }
}

const homeOf = (language: string): string => (language === 'de' ? 'de-DE' : 'en-GB')
