import { refuseInEnglish } from '../../../core/refusal.ts'

/** `x.type=POLL`: by channel, what its targets are told. A value that is JSON is taken as such. */
export const channelOptions = (pairs: readonly string[]): Record<string, Record<string, unknown>> => {
  const options: Record<string, Record<string, unknown>> = {}
  for (const pair of pairs) {
    const [, channel, key, value] = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(pair) ?? []
    if (channel === undefined || key === undefined || value === undefined) {
      return refuseInEnglish(
        'invalid-input',
        `"${pair}" is not an option.`,
        'Use channel.key=value, such as x.type=POLL.',
      )
    }
    options[channel] = { ...options[channel], [key]: jsonOrText(value) }
  }
  return options
}

const jsonOrText = (value: string): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
