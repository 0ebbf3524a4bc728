import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Clock, Log, Store } from '../../src-main/core/ports.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { Refusal } from '../../src-main/core/refusal.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'

/** A folder of the test's own, removed after it. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that stands still, and a log that is kept. */
export const storeTools = () => {
  const errors: string[] = []
  const clock: Clock = { now: () => Date.UTC(2026, 10, 22, 9), after: () => () => {} }
  const log: Log = { info: () => {}, warn: () => {}, error: (message) => void errors.push(message) }
  return { clock, log, errors }
}

/** A store in a folder of its own, with the account and the post that records name unless told otherwise. */
export const openTempStore = async (): Promise<{ store: Store; folder: string; errors: string[] }> => {
  const folder = tempFolder()
  const tools = storeTools()
  const store = await openStore(folder, tools)
  onTestFinished(() => store.close())
  await store.accounts.put(anAccount())
  await store.posts.put(aPost())
  return { store, folder, errors: tools.errors }
}

/** An id of a kind by a number, in the order of numbers. */
export const idOf = (prefix: 'pst' | 'itm' | 'acc' | 'med', number: number): string =>
  `${prefix}_${String(number).padStart(11, '0')}`

/** A scheduled item by a number, due at a time. */
export const dueItem = (number: number, at: number, of: Parameters<typeof anItem>[0] = {}) =>
  anItem({
    id: idOf('itm', number),
    state: 'scheduled',
    schedule: { wall: '2026-12-01T09:00', zone: 'UTC', at, shift: null },
    nextAt: at,
    ...of,
  })

/** What a call was refused with; fails the test when it was not. */
export const failureOf = async (call: () => Promise<unknown>): Promise<Failure> => {
  try {
    await call()
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
  throw new Error('It was not refused.')
}
