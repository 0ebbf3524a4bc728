import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { channelNamed, draftOf, mediaOf, temporaryFolder, workOf } from './channel-world.ts'

const folder = channelNamed('folder')
const DAY = 86_400_000

const open = () => {
  const settings = { path: temporaryFolder(), title: 'My site', link: 'https://site.example/blog' }
  const work = (draft: Partial<Draft> | string) => workOf(folder, draftOf(draft), { settings })
  return {
    path: settings.path,
    work,
    write: (name: string, content: string, at = Date.now()) => {
      writeFileSync(join(settings.path, name), content)
      utimesSync(join(settings.path, name), at / 1000, at / 1000)
    },
    readBack: async (since = 0) => {
      const answer = await folder.readBack?.(work(''), since)
      if (answer?.kind !== 'read') throw new Error(JSON.stringify(answer))
      return answer
    },
  }
}

test('reads Markdown that somebody else wrote, dated by its front matter, else by the disk', async () => {
  const site = open()
  site.write('2026-11-01-native.md', '---\ntitle: Native\ndate: 2026-11-01T10:00:00+01:00\n---\n\nBy hand.\n')
  site.write('plain.md', 'No front matter.\n', Date.UTC(2026, 10, 3))
  site.write('day.md', '---\ndate: 2026-11-02\n---\nOnly a day.')
  site.write('odd.md', '---\n: {{not yaml\n---\nStill words.', Date.UTC(2026, 9, 1))
  site.write('notes.txt', 'Not a post.')
  mkdirSync(join(site.path, 'images'))
  const { posts, from } = await site.readBack()
  expect(posts.map(({ remote, text, at }) => [remote.id, text, new Date(at).toISOString()])).toEqual([
    ['plain.md', 'No front matter.', '2026-11-03T00:00:00.000Z'],
    ['day.md', 'Only a day.', '2026-11-02T00:00:00.000Z'],
    ['2026-11-01-native.md', 'By hand.', '2026-11-01T09:00:00.000Z'],
    ['odd.md', 'Still words.', '2026-10-01T00:00:00.000Z'],
  ])
  expect(posts[0]?.remote.url).toBe('https://site.example/blog/plain.md')
  expect(from).toBe(0)
})

test('reads its own posts under the id they were published by, pictures included', async () => {
  const site = open()
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const work = site.work({ text: 'Mine', media: [await mediaOf(picture, 'a.png', 'A square')] })
  const outcome = await folder.publish(work)
  if (outcome.kind !== 'published') throw new Error('not published')
  const [post] = (await site.readBack()).posts
  expect(post).toMatchObject({ remote: outcome.remote, text: 'Mine', at: work.at })
  expect(post?.pictures).toMatchObject([{ alt: 'A square' }])
  expect(post?.pictures[0]?.url).toMatch(/^https:\/\/site\.example\/blog\/2026-11-22-mine-\w{8}\.png$/)
})

test('reads no further back than it is asked, and says when the folder is away', async () => {
  const site = open()
  const now = Date.now()
  site.write('old.md', 'Old', now - 5 * DAY)
  site.write('new.md', 'New', now - DAY)
  expect((await site.readBack(now - 2 * DAY)).posts.map(({ text }) => text)).toEqual(['New'])
  const gone = workOf(folder, draftOf(''), { settings: { path: join(site.path, 'gone') } })
  expect(await folder.readBack?.(gone, 0)).toMatchObject({ kind: 'failed', failure: { code: 'unreachable' } })
})

test('a folder has articles and no stories, and changes nothing about a file', async () => {
  const bytes = await sharp({ create: { width: 5000, height: 10, channels: 3, background: 'red' } })
    .gif()
    .toBuffer()
  const media = [await mediaOf(bytes, 'wide.gif', 'A line')]
  const check = (draft: Partial<Draft>) => folder.check(draftOf(draft), { path: '/' })
  const codes = async (draft: Partial<Draft>) => (await check(draft)).problems.map(({ code }) => code)
  expect(await codes({ text: 'x', media, strict: true })).toEqual([])
  expect((await check({ text: 'x', media })).changes).toEqual([])
  expect(await codes({ text: 'x', options: { type: 'ARTICLE' } })).toEqual([])
  expect(await codes({ text: 'x', options: { type: 'STORY' } })).toEqual(['type-unsupported'])
  expect(await codes({ text: 'x', options: { spoiler: 'a' } })).toEqual(['option-unknown'])
})
