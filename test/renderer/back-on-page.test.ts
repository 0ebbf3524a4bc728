import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { backOnPage } from '../../src-renderer/composer/send/back-on-page.ts'
import { createPastStore } from '../../src-renderer/shell/past-store.ts'
import type { Route, RouteStore } from '../../src-renderer/shell/route.ts'
import { createToastStore } from '../../src-renderer/shell/toast-store.ts'
import { failure } from './memory-kit.ts'

const setUp = (here: Route) => {
  const state = createStore<{ route: Route }>(() => ({ route: here }))
  const go = (route: Route): void => state.setState({ route })
  const route: RouteStore = { state, go, replace: go }
  const toasts = createToastStore()
  const past = createPastStore(toasts)
  const trouble = { met: false }
  const takeBack = () => Promise.resolve(trouble.met ? failure('illegal-transition', 'It is published.') : null)
  const back = backOnPage({ route }, takeBack, () => go({ room: 'compose', postId: 'pst_1' }))
  past.did({ says: 'Scheduled.', ...back, redo: () => Promise.resolve(null) })
  const told = () => toasts.state.getState().toasts.at(-1)
  return { past, trouble, told, room: () => state.getState().route }
}

test('who undoes where posts are written has the draft on the page again', async () => {
  const { past, told, room } = setUp({ room: 'compose', postId: null })
  await past.undo()
  expect(room()).toEqual({ room: 'compose', postId: 'pst_1' })
  expect(told()?.actions.map(({ label }) => label)).toEqual(['Redo'])
})

test('who undoes in another room stays there, and is told a way to the draft', async () => {
  const { past, told, room } = setUp({ room: 'calendar' })
  await past.undo()
  expect(room()).toEqual({ room: 'calendar' })
  expect(told()).toMatchObject({ text: 'Undone: Scheduled.', actions: [{ label: 'Redo' }, { label: 'Open' }] })
  told()?.actions[1]?.run()
  expect(room()).toEqual({ room: 'compose', postId: 'pst_1' })
})

test('where it cannot be taken back, nobody goes anywhere', async () => {
  const { past, trouble, told, room } = setUp({ room: 'compose', postId: null })
  trouble.met = true
  await past.undo()
  expect(room()).toEqual({ room: 'compose', postId: null })
  expect(told()?.tone).toBe('trouble')
})
