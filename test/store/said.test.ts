import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src-main/store/open-store.ts'
import { aPost } from '../fixtures/records.ts'
import { folderInForm, oldPost } from './old-form.ts'
import { idOf, openTempStore, storeTools } from './open-temp-store.ts'

test('a text is found among more than ten thousand posts, the oldest of them too, blanks and capitals aside', async () => {
  const { store, folder } = await openTempStore()
  await store.transaction(async (within) => {
    for (let number = 0; number < 10_050; number += 1) {
      const text = number === 0 ? 'Ice  on the\nPIER' : `Post ${number}`
      await within.posts.put(aPost({ id: idOf('pst', number), text, createdAt: number, updatedAt: number }))
    }
  })
  expect(await store.posts.said(['ice on the pier', 'post 7', 'nobody said this'])).toEqual(
    new Map([
      ['ice on the pier', 0],
      ['post 7', 7],
    ]),
  )
  const database = new Database(join(folder, 'posthorn.db'), { readonly: true })
  onTestFinished(() => void database.close())
  const plan = database.prepare(`explain query plan select text from post where said in (select 1)`).all()
  expect(JSON.stringify(plan)).toContain('post_by_said')
})

test('what is deleted or says something else now is no repeat, and of several the newest counts', async () => {
  const { store } = await openTempStore()
  const put = (number: number, change: Parameters<typeof aPost>[0]) =>
    store.posts.put(aPost({ id: idOf('pst', number), text: 'Ice', createdAt: number, ...change }))
  await put(1, {})
  await put(2, {})
  await put(3, { deletedAt: 5 })
  expect(await store.posts.said(['ice'])).toEqual(new Map([['ice', 2]]))
  await put(2, { text: 'Snow' })
  expect(await store.posts.said(['ice', 'snow'])).toEqual(
    new Map([
      ['ice', 1],
      ['snow', 2],
    ]),
  )
})

test('posts from before there was such an index are found as well', async () => {
  const folder = await folderInForm(7, [oldPost({ text: 'Hello  there', created_at: 3, updated_at: 3 })])
  const store = await openStore(folder, storeTools())
  onTestFinished(() => store.close())
  expect(await store.posts.said(['hello there'])).toEqual(new Map([['hello there', 3]]))
})
