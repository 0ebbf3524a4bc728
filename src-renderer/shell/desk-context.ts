import { createContext, use } from 'react'
import type { Desk } from './desk.ts'

export const DeskContext = createContext<Desk | null>(null)

export const useDesk = (): Desk => {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('This component stands outside the desk.')
  return desk
}
