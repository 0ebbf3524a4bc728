import type { Command } from 'commander'
import { writeFile } from 'node:fs/promises'
import type { Activity } from '../../../../src-preload/contract/model/activity.ts'
import type { Health } from '../../../../src-preload/contract/model/health.ts'
import { act, withExamples } from '../act.ts'
import { findAccount } from '../input/find-account.ts'
import { fromHere } from '../input/from-here.ts'
import { amount } from '../input/numbers.ts'
import { localTimeExact } from '../output/local-time.ts'
import { harmless, oneLine } from '../output/plain-text.ts'
import { facts, table } from '../output/table.ts'

/** `posthorn health`, `activity` and `diagnostics`: whether everything works, what was tried, what to send to who helps. */
export const declareHealth = (program: Command): void => {
  withExamples(
    program.command('health').description('whether the scheduler, the file and the network work'),
    'health',
  ).action(
    act(async ({ caller, out }) => {
      const health = await caller.call('health.get', {})
      out.result(health, () => healthLines(health))
    }),
  )
  withExamples(
    program
      .command('activity')
      .description('what was tried, newest first')
      .option('--problems', 'only what did not succeed')
      .option('--account <account>', 'only of this account')
      .option('--limit <n>', 'how many', amount, 20),
    'activity --problems',
  ).action(
    act(async ({ caller, out }, chosen: { problems?: true; account?: string; limit: number }) => {
      const account = chosen.account === undefined ? null : await findAccount(caller, chosen.account)
      const listed = await caller.call('activity.list', {
        problems: chosen.problems ?? false,
        limit: chosen.limit,
        ...(account === null ? {} : { accountId: account.id }),
      })
      out.result(listed, () => activityLines(listed.entries))
    }),
  )
  withExamples(
    program
      .command('diagnostics [file]')
      .description(
        'all that helps to find a fault, without texts, names or passwords; look through it before you send it',
      ),
    'diagnostics diagnostics.json',
  ).action(
    act(async ({ caller, out }, file?: string) => {
      const { name, text } = await caller.call('health.diagnostics', {})
      if (file === undefined) return out.result(JSON.parse(text), () => text.trimEnd())
      const path = fromHere(file)
      await writeFile(path, text, { mode: 0o600 })
      out.result({ name, path }, () => `Written to ${path}. Look through it before you send it to anybody.`)
    }),
  )
}

const healthLines = ({ scheduler, paused, file, online, resting, memory, asleep, unreadable, home }: Health): string =>
  facts({
    scheduler: scheduler.late
      ? `has not looked since ${localTimeExact(scheduler.lastLookAt)}; restart Posthorn`
      : `looked at ${localTimeExact(scheduler.lastLookAt)}`,
    sending: paused ? 'paused' : `${scheduler.sending} on their way`,
    slept: asleep && `from ${localTimeExact(asleep.from)} until ${localTimeExact(asleep.until)}`,
    network: online ? 'there is one' : 'none; due posts wait for it',
    resting:
      resting.length === 0
        ? null
        : resting.map(({ host, until }) => `${harmless(host)} until ${localTimeExact(until)}`).join(', '),
    data: home,
    database: `${megabytes(file.size)}, media ${megabytes(file.media)}, snapshots ${megabytes(file.snapshots)}`,
    free: file.free === null ? null : megabytes(file.free),
    snapshot: file.failure ? `${file.failure.message} ${file.failure.next}` : localTimeExact(file.copiedAt),
    unreadable: unreadable > 0 ? `${unreadable} kept aside in the file; "posthorn unreadable" lists them` : null,
    memory: megabytes(memory),
  })

const activityLines = (entries: readonly Activity[]): string =>
  entries.length === 0
    ? 'Nothing was tried.'
    : table(
        ['started', 'account', 'outcome', 'state', 'post', 'why'],
        entries.map(({ startedAt, account, outcome, state, text, failure }) => [
          localTimeExact(startedAt),
          oneLine(account, 20),
          outcome,
          state,
          oneLine(text, 30),
          oneLine(failure?.message ?? '', 60),
        ]),
      )

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB`
