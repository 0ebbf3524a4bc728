import { useCallback } from 'react'
import { useDesk } from './desk-context.ts'

/** Puts words on the clipboard and says so: `what` is what they are, as in `Select the path`. */
export const useCopy = (): ((text: string, what: string) => Promise<boolean>) => {
  const { toasts } = useDesk()
  return useCallback(
    async (text, what) => {
      try {
        await navigator.clipboard.writeText(text)
        toasts.tell('Copied.')
        return true
      } catch {
        toasts.tell(`Copying is not allowed here. Select the ${what} and copy it by hand.`)
        return false
      }
    },
    [toasts],
  )
}
