import { type Command, Option } from 'commander'
import { refuseInEnglish } from '../../../core/refusal.ts'
import { act, withExamples } from '../act.ts'
import { localTime } from '../output/local-time.ts'
import { oneLine } from '../output/plain-text.ts'
import { table } from '../output/table.ts'

/** `posthorn keys ...`: who may speak to the HTTP API. */
export const declareKeys = (program: Command): void => {
  const keys = program.command('keys').description('keys to the HTTP API')
  withExamples(
    keys
      .command('create')
      .description('make a key; it is shown once')
      .requiredOption('--name <name>', 'what it is for')
      .addOption(new Option('--test', 'a key to the sandbox, which publishes nowhere')),
    'keys create --name "My script"',
    'keys create --name "Trying out" --test --json',
  ).action(
    act(async ({ caller, out }, flags: { name: string; test?: boolean }) => {
      const key = await caller.call('keys.create', { name: flags.name, kind: flags.test ? 'test' : 'live' })
      out.result(key, () => `${key.key}\nKeep it now: it is not shown again.`)
    }),
  )
  withExamples(keys.command('list').description('all keys, without the keys themselves'), 'keys list').action(
    act(async ({ caller, out }) => {
      const { entries } = await caller.call('keys.list', {})
      out.result({ entries }, () =>
        entries.length === 0
          ? 'No keys yet. Make one with "posthorn keys create".'
          : table(
              ['name', 'kind', 'ends in', 'made', 'used', 'revoked', 'id'],
              entries.map((key) => [
                oneLine(key.name, 40),
                key.kind,
                key.hint,
                localTime(key.createdAt),
                localTime(key.lastUsedAt),
                localTime(key.revokedAt),
                key.id,
              ]),
            ),
      )
    }),
  )
  withExamples(
    keys.command('revoke <key>').description('shut a key out for good, by its id or name'),
    'keys revoke "My script"',
  ).action(
    act(async ({ caller, out }, wanted: string) => {
      const { entries } = await caller.call('keys.list', {})
      const found = entries.filter(
        ({ id, name, revokedAt }) => id === wanted || (name === wanted && revokedAt === null),
      )
      const [only] = found
      if (only === undefined || found.length > 1) {
        return refuseInEnglish(
          only === undefined ? 'not-found' : 'ambiguous-account',
          only === undefined ? `There is no key named "${wanted}".` : `There are several keys named "${wanted}".`,
          'Use its id; "posthorn keys list" shows it.',
        )
      }
      const key = await caller.call('keys.revoke', { keyId: only.id })
      out.result(key, () => `Revoked: ${key.name}.`)
    }),
  )
}
