import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createAccountsStore } from '../../src-renderer/accounts/accounts-store.ts'
import { createFacesStore } from '../../src-renderer/accounts/faces-store.ts'
import { Avatar } from '../../src-renderer/ui/avatar.tsx'
import { FacesContext } from '../../src-renderer/ui/faces-context.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { createMemoryBridge, emptyWorld, makeAccount } from './memory-bridge.ts'

const start = async (...accounts: Account[]) => {
  const world = { ...emptyWorld(), accounts }
  const memory = createMemoryBridge(world)
  const asked: string[] = []
  /** By account; what is not among them is refused. */
  const pictures = new Map<string, string>()
  const bridge: typeof memory = {
    ...memory,
    call: async (method, input) => {
      if (method !== 'accounts.picture') return memory.call(method, input)
      const { accountId } = input as { accountId: string }
      asked.push(accountId)
      const data = pictures.get(accountId)
      const failure = { code: 'unreachable' as const, message: 'It does not answer.', next: 'Later.' }
      return (
        data === undefined ? { ok: false, failure } : { ok: true, value: { picture: { mime: 'image/webp', data } } }
      ) as never
    },
  }
  const store = createAccountsStore(bridge)
  const faces = createFacesStore(bridge, store)
  const become = (account: Account, picture: string | null) =>
    store.hear({ kind: 'account-changed', account: { ...account, picture } })
  return { store, asked, pictures, become, face: (id: string) => faces.getState().byAccount.get(id) ?? null }
}

test('each account’s picture is asked for once, and again when it is another one', async () => {
  const [alice, bob] = [makeAccount({ name: 'Alice', picture: 'a1' }), makeAccount({ name: 'Bob' })]
  const { store, asked, pictures, become, face } = await start(alice, bob)
  pictures.set(alice.id, 'AAAA')
  await store.load()
  await store.load()
  await expect.poll(() => face(alice.id)).toBe('data:image/webp;base64,AAAA')
  expect([asked, face(bob.id)]).toEqual([[alice.id], null])
  pictures.set(alice.id, 'BBBB')
  become(alice, 'a2')
  await expect.poll(() => face(alice.id)).toBe('data:image/webp;base64,BBBB')
  become(alice, null)
  expect(face(alice.id)).toBeNull()
  expect(asked).toEqual([alice.id, alice.id])
})

test('one that did not come is asked for again with the next news, and one that is overtaken is not shown', async () => {
  const alice = makeAccount({ name: 'Alice', picture: 'a1' })
  const { store, asked, pictures, become, face } = await start(alice)
  await store.load()
  await expect.poll(() => asked).toEqual([alice.id])
  pictures.set(alice.id, 'AAAA')
  become(alice, 'a1')
  await expect.poll(() => face(alice.id)).not.toBeNull()
  become(alice, 'a2')
  become(alice, null)
  await Promise.resolve()
  expect(face(alice.id)).toBeNull()
})

test('a face is the picture over the initials, or the initials alone', () => {
  const faces = createStore(() => ({ byAccount: new Map([['acc_1', 'data:image/webp;base64,AAAA']]) }))
  const draw = (accountId?: string) =>
    renderToStaticMarkup(
      <FacesContext value={faces}>
        <Avatar name="Alice Example" mark={undefined} {...(accountId !== undefined && { accountId })} />
      </FacesContext>,
    )
  expect(draw('acc_1')).toMatch(/AE<\/span><img class="avatar-picture" src="data:image\/webp;base64,AAAA" alt=""/)
  expect(draw('acc_1')).toContain('draggable="false"')
  for (const other of [draw('acc_2'), draw()]) {
    expect(other).toContain('AE')
    expect(other).not.toContain('<img')
  }
})
