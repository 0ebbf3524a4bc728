import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import type { ArchiveJob } from '../../../../src-preload/contract/model/snapshot.ts'
import { Refusal, refuseInEnglish } from '../../../core/refusal.ts'
import { act, type Work, withExamples } from '../act.ts'
import type { Caller } from '../caller/caller.ts'
import { fromHere } from '../input/from-here.ts'
import { readSecret, type SecretFlags } from '../input/secret.ts'
import { settledLines } from '../output/snapshot-lines.ts'

/** `posthorn export` and `posthorn import`: everything as one file. */
export const declareArchive = (program: Command): void => {
  withExamples(
    withPassphrase(
      program
        .command('export <file>')
        .description('write everything into one file: posts, files, settings; under a passphrase the passwords too')
        .option('--plain', 'without a passphrase: everybody can read the file, and it holds no passwords', false),
    ),
    'export posthorn.age --passphrase-env PHRASE',
    'export posthorn.tar --plain',
  ).action(act(exportTo))
  withExamples(
    withPassphrase(
      program
        .command('import <file>')
        .description('put an exported file in place of everything here, which becomes a snapshot')
        .option('--replace', 'also where there are posts or accounts already', false),
    ),
    'import posthorn.age --passphrase-env PHRASE --replace',
  ).action(act(importFrom))
}

const withPassphrase = (command: Command): Command =>
  command
    .option('--passphrase-env <variable>', 'take the passphrase from this environment variable')
    .option('--passphrase-stdin', 'take the passphrase from standard input; without either it is asked for')

type Flags = { passphraseEnv?: string; passphraseStdin?: boolean }

const read = ({ passphraseEnv, passphraseStdin }: Flags): Promise<string | undefined> => {
  const flags: SecretFlags = {
    ...(passphraseEnv !== undefined && { secretEnv: passphraseEnv }),
    ...(passphraseStdin !== undefined && { secretStdin: passphraseStdin }),
  }
  return readSecret(flags, { name: 'export', secret: { title: 'Passphrase', description: '' } })
}

const exportTo = async ({ caller, out }: Work, file: string, flags: Flags & { plain: boolean }) => {
  const passphrase = flags.plain ? undefined : await read(flags)
  if (!flags.plain && !passphrase) {
    refuseInEnglish('invalid-input', 'There is no passphrase.', 'Give it with --passphrase-env NAME, or say --plain.', {
      field: 'passphrase',
    })
  }
  await caller.call('archive.export', { path: fromHere(file), ...(passphrase && { passphrase }) })
  const { job, result } = await finished(caller, out)
  out.result(result, () =>
    [
      `${job.path}: ${result.posts} posts, ${result.media} files, ${megabytes(result.size)}.`,
      result.missing > 0 ? `${result.missing} attached files were not there any more.` : [],
      flags.plain
        ? 'Everybody who has the file can read it. Passwords are not in it.'
        : `${result.secrets} passwords are in it.`,
    ]
      .flat()
      .join('\n'),
  )
}

const importFrom = async ({ caller, out }: Work, file: string, flags: Flags & { replace: boolean }) => {
  const given = flags.passphraseEnv !== undefined || flags.passphraseStdin === true
  const passphrase = given ? await read(flags) : undefined
  const path = fromHere(file)
  const begin = (phrase: string | undefined) =>
    caller.call('archive.import', { path, replace: flags.replace, ...(phrase !== undefined && { passphrase: phrase }) })
  await begin(passphrase)
  const { result } = await finished(caller, out)
  out.result(result, () =>
    [
      `${result.posts} posts and ${result.media} files are here now, with ${result.secrets} passwords.`,
      result.settled ? settledLines(result.settled) : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
  )
}

/** How often to look how far it is, in milliseconds. */
const LOOK = 100
/** How often to say so. */
const SAY = 2_000

/** Waits for its end; Ctrl-C calls it off. */
const finished = async (
  caller: Caller,
  out: Work['out'],
): Promise<{ job: ArchiveJob; result: NonNullable<ArchiveJob['result']> }> => {
  const callOff = () => void caller.call('archive.cancel', {}).catch(() => {})
  process.once('SIGINT', callOff)
  let said = Date.now()
  try {
    for (;;) {
      const { job } = await caller.call('archive.job', {})
      if (job?.failure) throw new Refusal(job.failure)
      if (job?.result) return { job, result: job.result }
      if (job && job.total > 0 && Date.now() - said > SAY) {
        said = Date.now()
        out.say(`${megabytes(job.done)} of ${megabytes(job.total)}`)
      }
      await sleep(LOOK)
    }
  } finally {
    process.off('SIGINT', callOff)
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`
