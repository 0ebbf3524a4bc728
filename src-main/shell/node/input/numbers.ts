import { InvalidArgumentError } from 'commander'

/** A whole number, at least 1. */
export const amount = (value: string): number => {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Use a whole number, at least 1.')
  return number
}

/** A whole number, 0 as well. */
export const count = (value: string): number => {
  const number = Number(value)
  if (value.trim() === '' || !Number.isInteger(number) || number < 0) {
    throw new InvalidArgumentError('Use a whole number.')
  }
  return number
}
