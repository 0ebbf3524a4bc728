import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useDesk } from './desk-context.ts'

/** Light, dark, or as the system has it. */
export const useAppearance = (): void => {
  const { settings } = useDesk()
  const appearance = useStore(settings.state, (s) => s.appearance)
  useEffect(() => {
    document.documentElement.dataset['appearance'] = appearance
  }, [appearance])
}
