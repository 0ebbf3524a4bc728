import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { useDesk } from './desk-context.ts'

type Read<M extends MethodName> = {
  /** The last answer there was; null before the first. */
  value: Output<M> | null
  /** Why there is no newer one. */
  failure: Failure | null
  /** Asks once more. */
  again: () => void
}

/** Asks the core something as long as the component lives; again after what may have been missed. */
export const useReply = <M extends MethodName>(method: M, input: Input<M>): Read<M> => {
  const { link } = useDesk()
  const [read, setRead] = useState<{ value: Output<M> | null; failure: Failure | null }>({ value: null, failure: null })
  const ask = useRef<() => void>(undefined)
  const asked = JSON.stringify(input)
  const again = useCallback(() => ask.current?.(), [])
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const reply = await link.bridge.call(method, JSON.parse(asked) as Input<M>)
      if (gone) return
      setRead((before) =>
        reply.ok ? { value: reply.value, failure: null } : { value: before.value, failure: reply.failure },
      )
    }
    ask.current = () => void load()
    ask.current()
    const stop = link.onResync(() => void load())
    return () => {
      gone = true
      ask.current = undefined
      stop()
    }
  }, [link, method, asked])
  return { ...read, again }
}
