import { eld } from 'eld/extrasmall'

/** So much is enough to know a language by. */
const ENOUGH = 2000

/** The language of a text as an ISO 639-1 code; null where that is not certain. */
export const detectLanguage = (text: string): string | null => {
  const found = eld.detect(text.slice(0, ENOUGH).replace(/https?:\/\/\S+|[#@]\S+/g, ' '))
  return found.language !== '' && found.isReliable() ? found.language : null
}

/** The first part of a BCP 47 name, in lower case: `pt` of `pt-BR`. */
export const primaryLanguage = (name: string): string => (name.split(/[-_]/)[0] ?? '').toLowerCase()
