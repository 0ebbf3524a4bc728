import { say, sayList } from '../../words/say.ts'

/** `Alice`, `Alice and Bob`, `Alice, Bob and 3 more`. */
export const joinNames = (names: readonly string[]): string => {
  if (names.length === 0) return say('composer.nobody')
  if (names.length <= 3) return sayList(names)
  return say('composer.names-more', { names: names.slice(0, 2).join(', '), count: names.length - 2 })
}
