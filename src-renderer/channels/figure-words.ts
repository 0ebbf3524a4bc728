/** A size in bytes as people read it. */
export const formatSize = (bytes: number): string =>
  bytes % MEBIBYTE === 0 && bytes < 1024 * MEBIBYTE ? `${bytes / MEBIBYTE} MB` : decimal(bytes)

/** Networks that count in these say megabytes all the same. */
const MEBIBYTE = 1024 * 1024

const decimal = (bytes: number): string =>
  bytes >= 1_000_000_000
    ? `${round(bytes / 1_000_000_000)} GB`
    : bytes >= 1_000_000
      ? `${round(bytes / 1_000_000)} MB`
      : `${round(bytes / 1000)} kB`

const round = (value: number): number => (value >= 10 ? Math.round(value) : Math.round(value * 10) / 10)

/** As players show it: `0:07`, `1:02:30`. */
export const formatLength = (seconds: number): string => {
  const whole = Math.max(1, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const [hours = 0, minutes = 0, rest = 0] = parts
  const end = String(rest).padStart(2, '0')
  return hours === 0 ? `${minutes}:${end}` : `${hours}:${String(minutes).padStart(2, '0')}:${end}`
}

/** A stretch of time in words: `90 seconds`, `15 minutes`, `a day`. */
export const formatStretch = (seconds: number): string => {
  const [, name, size] = STRETCHES.find(([least, , unit]) => seconds >= least && seconds % unit === 0) ?? [
    0,
    'second',
    1,
  ]
  const count = seconds / size
  return count === 1 ? (name === 'hour' ? 'an hour' : `a ${name}`) : `${count} ${name}s`
}

const STRETCHES = [
  [86_400, 'day', 86_400],
  [3600, 'hour', 3600],
  [60, 'minute', 60],
] as const

/** `JPEG`, `MOV`. */
export const kindOf = (mime: string): string =>
  mime === 'video/quicktime' ? 'MOV' : mime.replace(/^[\w.-]+\//, '').toUpperCase()

const NUMBERS = new Intl.NumberFormat('en')

export const formatNumber = (value: number): string => NUMBERS.format(value)

/** `1 image`, `4 images`. */
export const plural = (count: number, name: string): string => `${formatNumber(count)} ${name}${count === 1 ? '' : 's'}`
