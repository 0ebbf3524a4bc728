import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import type { ImportCheck } from '../../../../src-preload/contract/model/exchange.ts'
import type { PostStatus } from '../../../../src-preload/contract/model/post.ts'
import { Refusal } from '../../../core/refusal.ts'
import { act, type Work, withExamples } from '../act.ts'
import { collect } from '../input/collect.ts'
import { findAccounts } from '../input/find-account.ts'
import { fromHere } from '../input/from-here.ts'
import { readGivenFiles } from '../input/given-files.ts'

/** `posthorn import-posts` and `posthorn export-posts`: posts from tables, JSON and Markdown, and into files. */
export const declareExchange = (program: Command): void => {
  withExamples(
    program
      .command('import-posts <files...>')
      .description('make posts of a table, JSON, a zip, Markdown files or a folder of them: all of them, or none')
      .option('--to <account>', 'for rows that name no account: this one, by name or id; repeatable', collect)
      .option('--zone <zone>', 'the time zone of times that name none (default: that of the settings)')
      .option('--drafts', 'keep all as drafts, whatever their times', false)
      .option('--slots', 'put what has no time into the next free slots', false)
      .option('--check', 'only say what each row would become', false),
    'import-posts december.csv --check',
    'import-posts december.csv --to Alice --zone Europe/Berlin',
    'import-posts site/drafts --drafts',
  ).action(act(importPosts))
  withExamples(
    program
      .command('export-posts <file>')
      .description('write posts into a file: .csv for spreadsheets, .json, or .zip with their files')
      .option('--status <status>', 'only these: draft, scheduled, published, ...; repeatable', collect),
    'export-posts posts.zip',
    'export-posts drafts.csv --status draft',
  ).action(act(exportPosts))
}

type ImportFlags = { to?: string[]; zone?: string; drafts: boolean; slots: boolean; check: boolean }

const importPosts = async ({ caller, out, dry }: Work, paths: string[], flags: ImportFlags) => {
  const source = await caller.call('imports.read', { files: await readGivenFiles(paths) })
  const { importId } = source
  const plan = {
    mapping: source.columns.map(({ field }) => field),
    zone: flags.zone ?? (await caller.call('settings.get', {})).zone,
    dayOrder: source.dayOrder,
    timed: flags.drafts ? ('draft' as const) : ('schedule' as const),
    untimed: flags.slots ? ('slot' as const) : ('draft' as const),
    accountIds: (await findAccounts(caller, flags.to ?? [])).map(({ id }) => id),
  }
  if (flags.check || dry) {
    const check = await caller.call('imports.check', { importId, plan })
    out.result(check, () => checkLines(check))
    return
  }
  if (source.before !== null) out.say(`This very file was imported before: ${source.before}.`)
  await caller.call('imports.run', { importId, plan })
  const callOff = () => void caller.call('imports.cancel', {}).catch(() => {})
  process.once('SIGINT', callOff)
  try {
    for (;;) {
      const { job } = await caller.call('imports.job', {})
      if (job?.failure) throw new Refusal(job.failure)
      if (job?.result) {
        const { result } = job
        out.result(result, () => `${result.posts} posts: ${result.drafts} drafts, ${result.scheduled} scheduled.`)
        return
      }
      await sleep(LOOK)
    }
  } finally {
    process.off('SIGINT', callOff)
  }
}

/** How often to look how far it is, in milliseconds. */
const LOOK = 100

const checkLines = ({ rows, counts }: ImportCheck): string =>
  [
    ...rows.flatMap(({ row, problems }) =>
      problems.map(({ severity, message }) => `Row ${row + 1}: ${severity}: ${message}`),
    ),
    `${counts.rows} rows: ${counts.drafts} drafts, ${counts.scheduled} scheduled; ${counts.errors} with errors.`,
  ].join('\n')

const exportPosts = async ({ caller, out, dry }: Work, path: string, flags: { status?: string[] }) => {
  const written = await caller.call('exports.write', {
    format: /\.csv$/i.test(path) ? 'csv' : 'json',
    media: /\.zip$/i.test(path),
    // What is no status is for the gate to refuse.
    ...(flags.status === undefined ? {} : { statuses: flags.status as PostStatus[] }),
  })
  if (!dry) await writeFile(fromHere(path), Buffer.from(written.data, 'base64'))
  const { posts, files } = written
  out.result({ path, posts, files }, () => `${path}: ${posts} posts, ${files} files.`)
}
