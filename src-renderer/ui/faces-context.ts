import { createContext, use } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** Addresses of the accounts' pictures, by the ids of the accounts. */
export type Faces = { readonly byAccount: ReadonlyMap<string, string> }

const NONE = createStore<Faces>(() => ({ byAccount: new Map() }))

export const FacesContext = createContext<StoreApi<Faces>>(NONE)

/** Null: it has none, or it is not here yet. */
export const useFace = (accountId: string | undefined): string | null =>
  useStore(use(FacesContext), ({ byAccount }) => (accountId === undefined ? null : (byAccount.get(accountId) ?? null)))
