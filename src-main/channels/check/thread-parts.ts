import { type Fits, splitText } from '../../core/split-text.ts'
import type { Draft } from '../channel.ts'

/** The texts that will stand, in order; one at least, which is empty where there are only files. */
export const threadParts = ({ text, thread }: Pick<Draft, 'text' | 'thread'>, fits: Fits): [string, ...string[]] => {
  if (text.trim() === '') return ['']
  const whole = text.toWellFormed()
  if (!thread) return [whole]
  const [first = '', ...rest] = splitText(whole, fits)
  return [first, ...rest]
}
