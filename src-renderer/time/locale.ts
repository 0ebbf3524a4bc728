/**
 * The interface speaks English, but dates and hours follow the person's region: `en-DE` writes 09:00 and 1 December,
 * `en-US` writes 9:00 AM and December 1.
 */
export const localeFor = (language: string): string => {
  try {
    const region = new Intl.Locale(language).maximize().region
    return region === undefined ? 'en-GB' : `en-${region}`
  } catch {
    return 'en-GB'
  }
}

export const LOCALE = localeFor(globalThis.navigator?.language ?? 'en-GB')
