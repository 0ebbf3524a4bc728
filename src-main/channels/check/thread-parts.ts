import { type Fits, splitText } from '../../core/split-text.ts'
import type { Draft } from '../channel.ts'

/** What is said of a text to split it: not numbered where nothing is said. */
export type Splitting = Pick<Draft, 'text' | 'thread'> & Partial<Pick<Draft, 'numbered'>>

/** The texts that will stand, in order; one at least, which is empty where there are only files. */
export const threadParts = ({ text, thread, numbered }: Splitting, fits: Fits): [string, ...string[]] => {
  if (text.trim() === '') return ['']
  const whole = text.toWellFormed()
  if (!thread) return [whole]
  const [first = '', ...rest] = splitText(whole, fits)
  return numbered && rest.length > 0 ? withNumbers(whole, fits) : [first, ...rest]
}

/** Room is left for numbers as long as the last one: with more parts than it says, a longer one is tried. */
const withNumbers = (text: string, fits: Fits): [string, ...string[]] => {
  for (let digits = 1; ; digits += 1) {
    const widest = numberOf('9'.repeat(digits), '9'.repeat(digits))
    const parts = splitText(text, (part) => fits(part + widest))
    if (String(parts.length).length > digits) continue
    const [first = '', ...rest] = parts.map((part, index) => part + numberOf(index + 1, parts.length))
    return [first, ...rest]
  }
}

const numberOf = (place: number | string, of: number | string): string => ` ${place}/${of}`
