import { say } from '../words/say.ts'

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
  const [name, size] = STRETCHES.find(([, unit]) => seconds >= unit && seconds % unit === 0) ?? ['seconds', 1]
  return say(`channels.stretch-${name}`, { count: seconds / size })
}

const STRETCHES = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
] as const

/** `JPEG`, `MOV`. */
export const kindOf = (mime: string): string =>
  mime === 'video/quicktime' ? 'MOV' : mime.replace(/^[\w.-]+\//, '').toUpperCase()
