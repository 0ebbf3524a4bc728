import Database from 'better-sqlite3'
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Channel } from '../../src-main/channels/channel.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { addAccount, openTestApp, schedulePost } from '../fixtures/test-world.ts'
import { storeTools, tempFolder } from './open-temp-store.ts'

const CUTS = 240
const SEED = 20_261_122

/** Numbers in [0, 1), the same ones every time. */
const createDice = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

/** Publishes posts while noting how long the journal on the disk was whenever something left for the network. */
const publishWatched = async () => {
  const clock = createTestClock()
  const network = createScriptedChannel({ now: () => clock.now() })
  const left: { itemId: string; journal: number }[] = []
  const { channel } = network
  const watched: Channel = {
    ...channel,
    publish: (work) => {
      left.push({ itemId: work.itemId, journal: statSync(join(t.folder, 'posthorn.db-wal')).size })
      return channel.publish(work)
    },
  }
  const t = await openTestApp({ clock, network: { ...network, channel: watched } })
  await t.app.start()
  const accounts = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob'), await addAccount(t, 'Carol')]
  network.behave('accept', 'lose-answer', 'refuse-connection', 'accept', 'drop-request', 'throw-after', 'limit')
  for (let index = 0; index < 8; index += 1) await schedulePost(t, `post ${index}`, accounts, 1 + index * 20)
  await t.clock.advance(3_600_000)
  const database = readFileSync(join(t.folder, 'posthorn.db'))
  const journal = readFileSync(join(t.folder, 'posthorn.db-wal'))
  return { left, database, journal }
}

const SAFE = new Set(['publishing', 'published', 'unconfirmed'])

test(`a journal torn at any byte leaves a whole database of an earlier moment, in which nothing that left is sent again`, async () => {
  const { left, database, journal } = await publishWatched()
  expect(left.length).toBeGreaterThan(24)
  const dice = createDice(SEED)
  const folder = tempFolder()
  const path = join(folder, 'posthorn.db')
  let checked = 0
  writeFileSync(path, database)
  for (let cut = 0; cut < CUTS; cut += 1) {
    // A third of the cuts are within what was written right after something left: there it matters most.
    const near = left[Math.floor(dice() * left.length)]?.journal ?? 0
    const at =
      cut % 3 === 0 ? Math.min(journal.length, near + Math.floor(dice() * 9000)) : Math.floor(dice() * journal.length)
    rmSync(`${path}-shm`, { force: true })
    writeFileSync(`${path}-wal`, journal.subarray(0, at))
    const torn = new Database(path, { readonly: true })
    expect(torn.pragma('integrity_check', { simple: true })).toBe('ok')
    const tables = Number(torn.prepare(`select count(*) from sqlite_schema where name = 'item'`).pluck().get())
    // What had left by then had its claim on the disk before: the last attempt of each item that left last.
    const gone = new Map(left.filter((one) => one.journal <= at).map((one) => [one.itemId, one]))
    for (const { itemId } of gone.values()) {
      const tried = left.filter((one) => one.itemId === itemId && one.journal <= at).length
      const row = torn.prepare('select state, attempts, marker from item where id = ?').get(itemId) as
        | { state: string; attempts: number; marker: string | null }
        | undefined
      expect(row?.attempts).toBeGreaterThanOrEqual(tried)
      // In any other state the answer of that attempt was on the disk as well.
      const ended = torn
        .prepare('select outcome from attempt where item_id = ? and number = ?')
        .pluck()
        .get(itemId, row?.attempts)
      expect(SAFE.has(row?.state ?? '') || ended !== 'open').toBe(true)
      expect(row?.marker).not.toBeNull()
      checked += 1
    }
    expect(tables === 1 || gone.size === 0).toBe(true)
    torn.close()
  }
  expect(checked).toBeGreaterThan(1000)
}, 20_000)

test('Posthorn itself opens what a torn journal leaves, and closes it whole', async () => {
  const { database, journal } = await publishWatched()
  const dice = createDice(SEED + 1)
  for (let cut = 0; cut < 10; cut += 1) {
    const folder = tempFolder()
    writeFileSync(join(folder, 'posthorn.db'), database)
    writeFileSync(join(folder, 'posthorn.db-wal'), journal.subarray(0, Math.floor(dice() * journal.length)))
    const store = await openStore(folder, storeTools())
    expect(await store.unreadable()).toBe(0)
    await store.close()
    copyFileSync(join(folder, 'posthorn.db'), join(folder, 'copy.db'))
    const copy = new Database(join(folder, 'copy.db'), { readonly: true })
    expect(copy.pragma('foreign_key_check')).toEqual([])
    copy.close()
  }
}, 20_000)
