import { useCallback } from 'react'
import { say } from '../words/say.ts'
import { useDesk } from './desk-context.ts'

/** Puts words on the clipboard and says so: `what` is what they are, as in `Select the path`. */
export const useCopy = (): ((text: string, what: string) => Promise<boolean>) => {
  const { toasts } = useDesk()
  return useCallback(
    async (text, what) => {
      try {
        await navigator.clipboard.writeText(text)
        toasts.tell(say('frame.copied'))
        return true
      } catch {
        toasts.tell(say('frame.copy-refused', { what }))
        return false
      }
    },
    [toasts],
  )
}
