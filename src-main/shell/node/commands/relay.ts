import type { Command } from 'commander'
import type { RelayChoice } from '../../../../src-preload/contract/model/settings.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import { act, type Work, withExamples } from '../act.ts'
import { findAccount } from '../input/find-account.ts'
import { readSecret, type SecretFlags } from '../input/secret.ts'
import { facts } from '../output/table.ts'

/** `posthorn relay ...`: where media go for networks that fetch them by address. */
export const declareRelay = (program: Command): void => {
  const relay = program
    .command('relay')
    .description('where media are put for networks that fetch them by address; they are taken away afterwards')
  withExamples(relay.command('show').description('which relay is chosen'), 'relay show').action(
    act(async ({ caller, out }) => {
      const chosen = (await caller.call('settings.get', {})).relay
      out.result(chosen, () => lines(chosen))
    }),
  )
  withExamples(
    withSecret(
      relay
        .command('s3')
        .description('a bucket of the S3 kind')
        .requiredOption('--endpoint <url>', 'address of the service')
        .requiredOption('--bucket <name>', 'name of the bucket')
        .requiredOption('--access-key <id>', 'id of the access key; the secret key is asked for')
        .option('--region <name>', 'region of the bucket', 'us-east-1')
        .option('--prefix <folder>', 'folder in the bucket', '')
        .option('--public-url <url>', 'where everybody can read the bucket; without: addresses that hold for a day', '')
        .option('--path-style', 'the bucket’s name stands in the path, not in front of the host', false),
    ),
    'relay s3 --endpoint https://s3.eu-central-1.amazonaws.com --region eu-central-1 --bucket my-media --access-key AKIA... --secret-env S3_SECRET',
  ).action(act(bucket))
  withExamples(
    relay.command('account <account>').description('an account on a channel that keeps files'),
    'relay account "My blog"',
  ).action(
    act(async ({ caller, out }, wanted: string) => {
      const { id, name } = await findAccount(caller, wanted)
      const { relay: chosen } = await caller.call('settings.update', { relay: { kind: 'account', accountId: id } })
      out.result(chosen, () => `Media go by ${name}. "posthorn relay test" tries it.`)
    }),
  )
  withExamples(relay.command('none').description('no relay'), 'relay none').action(
    act(async ({ caller, out }) => {
      const { relay: chosen } = await caller.call('settings.update', { relay: { kind: 'none' } })
      out.result(chosen, () => 'There is no media relay now.')
    }),
  )
  withExamples(
    withSecret(relay.command('key').description('give the secret key of the bucket')),
    'relay key --secret-env S3_SECRET',
  ).action(
    act(async ({ caller, out }, flags: SecretFlags) => {
      const key = (await readSecret(flags, ASKED)) ?? missing()
      out.result(await caller.call('relay.key', { key }), () => 'The secret key is kept.')
    }),
  )
  withExamples(
    relay.command('test').description('put a small picture there, fetch it from outside, take it away again'),
    'relay test',
  ).action(
    act(async ({ caller, out }) => {
      const tried = await caller.call('relay.test', {})
      out.result(tried, () => `The relay works: ${tried.url} could be read, and is gone again.`)
    }),
  )
}

const withSecret = (command: Command): Command =>
  command
    .option('--secret-env <variable>', 'take the secret key from this environment variable')
    .option('--secret-stdin', 'take the secret key from standard input; without either it is asked for')

type BucketFlags = SecretFlags & {
  endpoint: string
  bucket: string
  accessKey: string
  region: string
  prefix: string
  publicUrl: string
  pathStyle: boolean
}

const bucket = async ({ caller, out }: Work, flags: BucketFlags) => {
  const { endpoint, region, prefix, publicUrl, pathStyle } = flags
  const key = await readSecret(flags, ASKED)
  const { relay: chosen } = await caller.call('settings.update', {
    relay: {
      kind: 's3',
      endpoint,
      region,
      bucket: flags.bucket,
      prefix,
      publicUrl,
      pathStyle,
      accessKeyId: flags.accessKey,
    },
  })
  if (key) await caller.call('relay.key', { key })
  out.result(chosen, () => `Media go by the bucket ${flags.bucket}. "posthorn relay test" tries it.`)
}

const ASKED = { name: 'media relay', secret: { title: 'Secret key', description: 'It belongs to the access key.' } }

const missing = (): never =>
  refuseInEnglish('invalid-input', 'There is no secret key.', 'Give it with --secret-env NAME or --secret-stdin.', {
    field: 'secret',
  })

const lines = (chosen: RelayChoice): string =>
  chosen.kind === 'none'
    ? 'There is no media relay.'
    : facts(Object.fromEntries(Object.entries(chosen).map(([key, value]) => [key, String(value)])))
