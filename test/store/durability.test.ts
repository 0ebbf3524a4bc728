import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src-main/store/open-store.ts'
import { idOf, storeTools, tempFolder } from './open-temp-store.ts'

/** Lets another process write into the folder, kills it after so many acknowledged items, and says how many they were. */
const killAfter = async (folder: string, items: number): Promise<number> => {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'kill-writer.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  writer.stdout.setEncoding('utf8')
  writer.stdout.on('data', (text: string) => {
    said += text
    if (said.split('\n').length > items) writer.kill('SIGKILL')
  })
  await once(writer, 'close')
  const whole = said.split('\n').slice(0, -1)
  return Number(whole.at(-1))
}

test('a process killed while writing loses nothing it had acknowledged, and leaves nothing half', async () => {
  for (const items of [3, 40, 150]) {
    const folder = tempFolder()
    const acknowledged = await killAfter(folder, items)
    expect(acknowledged).toBeGreaterThanOrEqual(items)
    const store = await openStore(folder, storeTools())
    const { scheduled } = await store.items.counts()
    expect(scheduled).toBeGreaterThanOrEqual(acknowledged)
    expect(scheduled - acknowledged).toBeLessThanOrEqual(2000)
    for (let number = 1; number <= acknowledged; number++) {
      expect(await store.items.get(idOf('itm', number))).toMatchObject({ nextAt: number })
      expect(await store.attempts.ofItem(idOf('itm', number))).toHaveLength(1)
    }
    expect(await store.posts.list({ order: 'changed', search: `"number ${acknowledged}"`, limit: 5 })).toMatchObject({
      entries: [{ id: idOf('pst', acknowledged) }],
    })
    await store.close()
    const database = new Database(join(folder, 'posthorn.db'), { readonly: true })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.prepare('select count(*) from item').pluck().get()).toBe(scheduled)
    expect(database.prepare('select count(*) from post').pluck().get()).toBe(scheduled)
    expect(database.prepare('select count(*) from attempt').pluck().get()).toBe(scheduled)
    database.close()
  }
}, 60_000)
