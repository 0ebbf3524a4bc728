import { useCallback } from 'react'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { useDesk } from '../shell/desk-context.ts'

/** Keeps a change of the settings; says so when it is refused. */
export const useUpdate = (): ((change: Partial<Settings>) => void) => {
  const { settings, toasts } = useDesk()
  return useCallback(
    (change) => void settings.update(change).then((failure) => failure && toasts.fail(failure)),
    [settings, toasts],
  )
}
