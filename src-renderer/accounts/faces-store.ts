import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Faces } from '../ui/faces-context.ts'
import type { AccountsStore } from './accounts-store.ts'

/** The pictures of the accounts that there are: each is asked for once, and again when it is another one. */
export const createFacesStore = (bridge: Bridge, accounts: Pick<AccountsStore, 'state'>): StoreApi<Faces> => {
  const faces = createStore<Faces>(() => ({ byAccount: new Map() }))
  /** The names of the pictures that are shown or on their way. */
  const named = new Map<string, string>()

  const show = (accountId: string, address: string | null): void => {
    const byAccount = new Map(faces.getState().byAccount)
    if (address === null) byAccount.delete(accountId)
    else byAccount.set(accountId, address)
    faces.setState({ byAccount })
  }

  const fetch = async (accountId: string, name: string): Promise<void> => {
    const reply = await bridge.call('accounts.picture', { accountId })
    if (named.get(accountId) !== name) return
    // It is asked for again when the accounts are told next.
    if (!reply.ok) return void named.delete(accountId)
    const { picture } = reply.value
    show(accountId, picture && `data:${picture.mime};base64,${picture.data}`)
  }

  accounts.state.subscribe((now) => {
    for (const { id, picture } of now.accounts) {
      if (picture === (named.get(id) ?? null)) continue
      if (picture === null) {
        named.delete(id)
        show(id, null)
      } else {
        named.set(id, picture)
        void fetch(id, picture)
      }
    }
  })
  return faces
}
