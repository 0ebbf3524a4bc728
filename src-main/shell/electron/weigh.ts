/** More values than any call has; what contains itself never comes to an end and is stopped here. */
const MOST_VALUES = 1_000_000

/**
 * How much plain data (what JSON can hold, and undefined) weighs: its values and the characters in them. Infinity for
 * anything else, and from `limit` on, where the counting stops.
 */
export const weigh = (data: unknown, limit: number): number => {
  const left: unknown[] = [data]
  let values = 0
  let characters = 0
  while (left.length > 0) {
    const value = left.pop()
    values += 1
    if (typeof value === 'string') characters += value.length
    else if (isPlainObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        characters += key.length
        left.push(inner)
      }
    } else if (!isSimple(value)) return Infinity
    if (values + characters > limit || values + left.length > MOST_VALUES) return Infinity
  }
  return values + characters
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)

const isSimple = (value: unknown): boolean => value == null || ['number', 'boolean'].includes(typeof value)
