import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { execFile } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { failed, Refusal, refuse } from '../../core/refusal.ts'
import { codeOf } from '../kit/write-file.ts'
import type { FolderSettings } from './settings.ts'

/** What becomes of a post in the repository of its folder. */
export type Commit = {
  verb: 'Publish' | 'Change' | 'Take down'
  title: string
  /** How its commits are found: the item. */
  itemId: string
  /** Below the folder; others are left alone, even what is staged already. */
  files: readonly string[]
}

/** git did not do something; `said` is what it wrote. */
class GitFailed extends Error {
  readonly status: string
  readonly said: string

  constructor(status: string, said: string) {
    super(said || status)
    this.status = status
    this.said = said
  }
}

/** Milliseconds: a push may take a while, and one that asks for a password never ends. */
const PATIENCE = 60_000
/** Variables by which whoever started Posthorn would send git elsewhere. */
const FOREIGN = new Set(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR', 'GIT_NAMESPACE'])

/** Refuses a folder whose posts cannot be committed: without git, outside of a repository, or by nobody. */
export const assertCommits = async ({ path, commit }: FolderSettings, signal: AbortSignal): Promise<void> => {
  if ((commit ?? 'no') === 'no') return
  const about = { field: 'settings.commit' }
  try {
    await git(path, ['rev-parse', '--is-inside-work-tree'], signal)
  } catch (error) {
    if (isMissing(error)) {
      refuse('invalid-input', 'There is no git on this computer.', 'Install git, or keep the folder without it.', about)
    }
    const next: Sentence = 'Make it one (git init), or keep the folder without git.'
    refuse('invalid-input', `${path} is in no git repository.`, next, { ...about, detail: saidBy(error) })
  }
  try {
    await git(path, ['var', 'GIT_COMMITTER_IDENT'], signal)
  } catch (error) {
    const next: Sentence = 'Tell git your name and address: git config --global user.name and user.email.'
    refuse('invalid-input', 'git does not know who you are.', next, { ...about, detail: saidBy(error) })
  }
}

/**
 * Commits the files of a post, and no others, unless they stand committed as they are; and pushes what is there to be
 * pushed, earlier commits too. Throws a Refusal that says what was not done; the files stand as they were written.
 */
export const keepInGit = async (
  { path, commit }: FolderSettings,
  { verb, title, itemId, files }: Commit,
  signal: AbortSignal,
): Promise<void> => {
  if ((commit ?? 'no') === 'no') return
  const run = (...args: string[]) => patiently(() => git(path, args, signal), signal)
  try {
    const state = await run('status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--', ...files)
    if (state === '') {
      if (verb !== 'Take down' && !(await isCommitted(run, itemId)))
        refuse('channel-error', IGNORED, 'Look into the .gitignore of it.')
    } else {
      // Only what git sees: a file that is gone and never was committed is none of its business.
      const top = (await run('rev-parse', '--show-prefix')).trimEnd()
      const states = state.split('\0').filter((line) => line !== '')
      const nameIn = (line: string) => (line.slice(3).startsWith(top) ? line.slice(3 + top.length) : line.slice(3))
      // What an earlier try has told git to be gone, it knows no more.
      const news = states.filter((line) => !line.startsWith('D ')).map(nameIn)
      if (news.length > 0) await run('add', '--all', '--', ...news)
      const message = `${verb}: ${title}\n\nPosthorn-Item: ${itemId}\n`
      await run('commit', '--quiet', '--only', `--message=${message}`, '--', ...states.map(nameIn))
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(
      failed(
        'channel-error',
        `The post is written, but git did not commit it. ${firstLine(error)}`,
        FIX,
        detailOf(error),
      ),
    )
  }
  if (commit !== 'push') return
  try {
    await run('push', '--quiet')
  } catch (error) {
    const next: Sentence =
      'See to it that git push works in the folder; what is committed is pushed with the next post.'
    throw new Refusal(
      failed(
        'channel-error',
        `The post is committed, but git did not push it. ${firstLine(error)}`,
        next,
        detailOf(error),
      ),
    )
  }
}
const IGNORED = 'The post is written, but the repository ignores it.'
const FIX = 'See to it that git commit works in the folder; it is committed when the post is changed or sent again.'

/** Files of a post that are gone and that git still has: what could not be committed when it was taken down. */
export const goneFiles = async (
  { path, commit }: FolderSettings,
  base: string,
  signal: AbortSignal,
): Promise<string[]> => {
  if ((commit ?? 'no') === 'no') return []
  const args = ['diff', '--name-only', '--diff-filter=D', '--no-renames', '--relative', '-z', 'HEAD']
  const gone = (await git(path, args, signal)).split('\0')
  return gone.filter((file) =>
    file.split('/').some((part) => part === `${base}.md` || part === base || part.startsWith(`${base}-`)),
  )
}

/** Another git may be at work in the repository for a moment. */
const patiently = async <T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> => {
  for (const wait of PAUSES) {
    try {
      return await run()
    } catch (error) {
      if (!/index\.lock/.test(saidBy(error))) throw error
      await pause(wait, undefined, { signal })
    }
  }
  return run()
}
/** Milliseconds. */
const PAUSES = [100, 400, 1500]

/** The trailer at the end of the message tells whose commit it is. */
const isCommitted = async (run: (...args: string[]) => Promise<string>, itemId: string): Promise<boolean> =>
  (await run('log', '--max-count=1', '--format=%H', '--fixed-strings', `--grep=Posthorn-Item: ${itemId}`)) !== ''

/** One git, without a shell: what a post says is never a command, nor an option, nor a pattern. */
const git = (path: string, args: readonly string[], signal: AbortSignal): Promise<string> => {
  const own = Object.entries(process.env).filter(([name]) => !FOREIGN.has(name))
  const env = {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_LITERAL_PATHSPECS: '1',
    // Nobody is there to be asked.
    GIT_TERMINAL_PROMPT: '0',
    GCM_INTERACTIVE: 'never',
    SSH_ASKPASS_REQUIRE: 'never',
    GIT_EDITOR: 'true',
  }
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['-C', path, ...args],
      { env, signal, timeout: PATIENCE, windowsHide: true, maxBuffer: 16 * 1024 * 1024 },
      (error, out, said) => (error ? reject(new GitFailed(codeOf(error), said.trim())) : resolve(out)),
    )
    child.stdin?.end()
  })
}

const isMissing = (error: unknown): boolean => error instanceof GitFailed && error.status === 'ENOENT'
const saidBy = (error: unknown): string => (error instanceof GitFailed ? error.message.slice(0, 500) : String(error))
const detailOf = (error: unknown) => ({ detail: saidBy(error) })
const firstLine = (error: unknown): string => (saidBy(error).split('\n', 1)[0] ?? '').slice(0, 200)
