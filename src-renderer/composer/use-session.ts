import { useStore } from 'zustand'
import { createContext, use } from 'react'
import type { ComposerSession, SessionState } from './composer-session.ts'

export const SessionContext = createContext<ComposerSession | null>(null)

export const useSession = (): ComposerSession => {
  const session = use(SessionContext)
  if (session === null) throw new Error('This component stands outside the composer.')
  return session
}

/** A piece of what is being written; the component follows only that piece. */
export const useWriting = <T>(select: (state: SessionState) => T): T => useStore(useSession().state, select)
