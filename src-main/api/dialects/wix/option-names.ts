/**
 * Wix writes fields as `privacyLevel` where channels have the option `privacy_level`. What a channel does not know under
 * either name is handed on as it is: the channel says what becomes of it.
 */
export const toOptions = (
  fields: Readonly<Record<string, unknown>>,
  knows: (option: string) => boolean,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) =>
        !knows(name) && knows(snake(name)) ? [snake(name), inside(name, value)] : [name, value],
      ),
  )

/** The same the other way. */
export const toFields = (options: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), outside(value)]))

const inside = (name: string, value: unknown): unknown => {
  // Google's button may be named by its kind alone.
  if (name === 'callToAction' && typeof value === 'string') return { action_type: value }
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [snake(key), one])) : value
}

const outside = (value: unknown): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [camel(key), one])) : value

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
