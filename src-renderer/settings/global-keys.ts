import { isBare } from '../commands/presses.ts'

/** Letters, figures, F keys and the space bar: what every system takes for keys that are heard everywhere. */
const KEY = /^(?:[a-z\d]|F\d{1,2}|Space)$/i

/**
 * A press as keys that are heard in every program, such as `Mod+Shift+Y`; null: it would take something from them that
 * they need, or the system does not know it.
 */
export const globalKeysOf = (press: string): string | null => {
  const parts = press.split('+')
  const key = parts.at(-1) ?? ''
  const isAlone = parts.length === 1 ? !/^F\d+$/.test(key) : isBare(press)
  if (!KEY.test(key) || isAlone || parts.includes('Meta')) return null
  return [...parts.slice(0, -1), key.length === 1 ? key.toUpperCase() : key].join('+')
}
