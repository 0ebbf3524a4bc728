import { parseDateTime } from '@internationalized/date'
import { useState } from 'react'
import { useWhenReader } from '../../commands/palette/use-when-reader.ts'
import { wallAt, wallOf } from '../../time/wall-time.ts'
import { locale } from '../../words/say.ts'

type Value = ReturnType<typeof parseDateTime>

/** A time that is typed in words or set by its parts, whichever was last. */
export type TypedTime = {
  readonly value: Value
  readonly typed: string
  /** Words that mean no time: what the parts say is not what was meant. */
  readonly unread: boolean
  type(text: string): void
  set(value: Value): void
}

export const useTypedTime = (first: () => string, now: number, zone: string): TypedTime => {
  const readWhen = useWhenReader()
  const [parts, setParts] = useState(() => parseDateTime(first()))
  const [typed, setTyped] = useState('')
  const said = typed.trim() === '' ? null : (readWhen?.(typed, wallAt(now, zone), locale()) ?? null)
  // Who says a day alone means the time that is there.
  const value = said === null ? parts : parseDateTime(`${said.day}T${said.clock ?? wallOf(parts).slice(11)}`)
  return {
    value,
    typed,
    unread: typed.trim() !== '' && said === null,
    type: setTyped,
    set: (next) => {
      setTyped('')
      setParts(next)
    },
  }
}
