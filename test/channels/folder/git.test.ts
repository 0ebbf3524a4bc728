import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../../src-main/channels/channel.ts'
import { channelNamed, draftOf, mediaOf, temporaryFolder, workOf } from '../channel-world.ts'

const folder = channelNamed('folder')

const gitIn = (path: string) => (args: readonly string[]) =>
  execFileSync('git', ['-C', path, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

/** A site below a real repository, with a bare one on the disk that it is pushed to. */
const open = (settings: Record<string, unknown> = {}) => {
  const [root, remote] = [temporaryFolder(), join(temporaryFolder(), 'site.git')]
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote])
  const git = gitIn(root)
  git(['init', '--quiet', '--initial-branch=main'])
  git(['config', 'user.name', 'Alice Example'])
  git(['config', 'user.email', 'alice@example.test'])
  git(['config', 'commit.gpgsign', 'false'])
  git(['remote', 'add', 'origin', remote])
  git(['commit', '--quiet', '--allow-empty', '--message=Begin'])
  git(['push', '--quiet', '--set-upstream', 'origin', 'main'])
  const path = join(root, 'site')
  mkdirSync(path)
  const all = { path, link: 'https://site.example', commit: 'push', ...settings }
  return {
    root,
    path,
    remote,
    git,
    subjects: (of: string = root) => gitIn(of)(['log', '--format=%s', 'main']).split('\n'),
    work: (draft: Partial<Draft> | string, about: Parameters<typeof workOf>[2] = {}) =>
      workOf(folder, draftOf(draft), { settings: all, ...about }),
  }
}
const published = async (work: ReturnType<typeof workOf>) => {
  const outcome = await folder.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome
}
const picture = async () =>
  mediaOf(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
    'a.png',
    'A square',
  )

test('a post, its change and its end are commits of its own files, found by its item, and pushed', async () => {
  const site = open()
  writeFileSync(join(site.root, 'draft.txt'), 'Mine')
  writeFileSync(join(site.root, 'staged.txt'), 'Mine too')
  site.git(['add', 'staged.txt'])
  const work = site.work({ text: '# First "post"; $(true)\n\nWords', media: [await picture()] })
  const { remote, reservation } = await published(work)
  expect(reservation).toBeUndefined()
  const [media] = site.git(['ls-files', 'site/*.png']).split('\n')
  expect(site.git(['show', '--name-only', '--format=', 'HEAD']).split('\n')).toEqual(
    [`site/${remote.id}`, media, 'site/atom.xml', 'site/feed.json', 'site/rss.xml'].toSorted(),
  )
  expect(site.git(['log', '-1', '--format=%an <%ae>'])).toBe('Alice Example <alice@example.test>')
  expect(site.git(['log', '--format=%s', `--grep=^Posthorn-Item: ${work.itemId}$`])).toBe(
    'Publish: First "post"; $(true)',
  )
  expect(site.git(['log', '-1', '--format=%(trailers:key=Posthorn-Item,valueonly)'])).toBe(work.itemId)
  const changed = { ...work, draft: draftOf('# Second\n\nWords') }
  expect(await folder.edit?.(changed, remote)).toMatchObject({ kind: 'done' })
  expect(site.git(['ls-files', 'site/*.png'])).toBe('')
  expect(await folder.unpublish?.(changed, remote)).toMatchObject({ kind: 'done' })
  expect(site.git(['ls-files', 'site/*.md'])).toBe('')
  const subjects = ['Take down: Second', 'Change: Second', 'Publish: First "post"; $(true)', 'Begin']
  expect(site.subjects()).toEqual(subjects)
  expect(site.subjects(site.remote)).toEqual(subjects)
  expect(site.git(['status', '--porcelain'])).toBe('A  staged.txt\n?? draft.txt')
})

test('what was written and not committed is committed once when it is sent again', async () => {
  const site = open({ commit: 'commit' })
  const work = site.work('Only once')
  await folder.publish({ ...work, settings: { ...work.settings, commit: 'no' } })
  expect(site.subjects()).toEqual(['Begin'])
  await published(work)
  await published(work)
  expect(site.subjects()).toEqual(['Publish: Only once', 'Begin'])
  expect(site.subjects(site.remote)).toEqual(['Begin'])
})

test('a push that fails is told, and made up for with the next post', async () => {
  const site = open()
  const away = `${site.remote}.away`
  execFileSync('git', ['-C', site.root, 'remote', 'set-url', 'origin', away])
  const { reservation } = await published(site.work('One'))
  expect(reservation).toMatchObject({
    code: 'channel-error',
    message: expect.stringContaining('The post is committed, but git did not push it.') as string,
  })
  expect(site.subjects()).toEqual(['Publish: One', 'Begin'])
  site.git(['remote', 'set-url', 'origin', site.remote])
  expect((await published(site.work('Two'))).reservation).toBeUndefined()
  expect(site.subjects(site.remote)).toEqual(['Publish: Two', 'Publish: One', 'Begin'])
})

// A hook is a script of the shell.
test.skipIf(process.platform === 'win32')('a hook of the repository that refuses is told in its words', async () => {
  const site = open()
  const hook = join(site.root, '.git', 'hooks', 'pre-commit')
  mkdirSync(join(site.root, '.git', 'hooks'), { recursive: true })
  writeFileSync(hook, '#!/bin/sh\necho "no posts on a Sunday" >&2\nexit 1\n')
  chmodSync(hook, 0o755)
  const work = site.work('Sunday')
  const { remote, reservation } = await published(work)
  expect(reservation?.message).toBe('The post is written, but git did not commit it. no posts on a Sunday')
  expect(existsSync(join(site.path, remote.id))).toBe(true)
  rmSync(hook)
  await published(work)
  writeFileSync(hook, '#!/bin/sh\nexit 1\n')
  chmodSync(hook, 0o755)
  expect(await folder.unpublish?.(work, remote)).toMatchObject({ kind: 'refused' })
  rmSync(hook)
  expect(await folder.unpublish?.(work, remote)).toMatchObject({ kind: 'done' })
  expect(site.subjects(site.remote)).toEqual([`Take down: ${remote.id}`, 'Publish: Sunday', 'Begin'])
})

test('without a repository, without a name, or in an ignored folder nothing is promised', async () => {
  const plain = temporaryFolder()
  const outside = workOf(folder, draftOf('x'), { settings: { path: plain, commit: 'commit' } })
  expect(await folder.connect(outside)).toMatchObject({ kind: 'refused', failure: { field: 'settings.commit' } })
  expect(await folder.publish(outside)).toMatchObject({ kind: 'rejected', failure: { code: 'invalid-input' } })
  const site = open()
  expect(await folder.connect(site.work(''))).toMatchObject({ kind: 'valid' })
  writeFileSync(join(site.root, '.gitignore'), 'site\n')
  expect((await published(site.work('Unseen'))).reservation?.message).toBe(
    'The post is written, but the repository ignores it.',
  )
  site.git(['config', 'user.useConfigOnly', 'true'])
  site.git(['config', '--unset', 'user.email'])
  const [global, system] = [process.env['GIT_CONFIG_GLOBAL'], process.env['GIT_CONFIG_NOSYSTEM']]
  Object.assign(process.env, { GIT_CONFIG_GLOBAL: join(plain, 'none'), GIT_CONFIG_NOSYSTEM: '1' })
  try {
    expect(await folder.publish(site.work('Nobody'))).toMatchObject({
      kind: 'rejected',
      failure: { message: 'git does not know who you are.' },
    })
  } finally {
    for (const [name, value] of Object.entries({ GIT_CONFIG_GLOBAL: global, GIT_CONFIG_NOSYSTEM: system })) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
})
