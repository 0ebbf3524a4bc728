import type { Command } from 'commander'
import type { Account } from '../../../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../../../src-preload/contract/model/channel.ts'
import { failedInEnglish, refuseInEnglish } from '../../../core/refusal.ts'
import { act, type Work, withExamples } from '../act.ts'
import type { Caller } from '../caller/caller.ts'
import { collect } from '../input/collect.ts'
import { findAccount } from '../input/find-account.ts'
import { count } from '../input/numbers.ts'
import { readSecret, type SecretFlags } from '../input/secret.ts'
import { typedSettings } from '../input/typed-settings.ts'
import { localTime } from '../output/local-time.ts'
import { Shortfall } from '../output/output.ts'
import { oneLine } from '../output/plain-text.ts'
import { table } from '../output/table.ts'
import { signInBy } from './sign-in.ts'

/** `posthorn accounts ...`: what is connected, and how. */
export const declareAccounts = (program: Command): void => {
  const accounts = program.command('accounts').description('the accounts posts are sent to')

  withExamples(
    withSecret(accounts.command('add <channel>').description('connect an account; it is checked before it is stored'))
      .requiredOption('--name <name>', 'your own name for it')
      .option('--set <key=value>', 'a setting of the channel, repeatable; "posthorn channels" lists them', collect),
    'accounts add folder --name "My site" --set path=./site/posts',
    'accounts add bluesky --name Alice --set identifier=alice.bsky.social --secret-env BSKY_PASSWORD',
  ).action(act(add))

  withExamples(
    withSecret(accounts.command('sign-in <channel>').description('connect an account by signing in with the browser'))
      .requiredOption('--name <name>', 'your own name for it')
      .option('--set <key=value>', 'a setting of the channel, repeatable', collect)
      .option('--no-browser', 'only print the link, to be opened anywhere'),
    'accounts sign-in x --name "Me on X" --set clientId=abc --secret-env X_APP_SECRET',
  ).action(act(signIn))
  withExamples(
    accounts.command('list').description('all accounts and whether they can publish'),
    'accounts list',
  ).action(act(list))
  withExamples(
    accounts.command('check <account>').description('ask the channel whether the account can publish'),
    'accounts check Alice',
  ).action(act(check))
  withExamples(
    withSecret(accounts.command('reconnect <account>').description('give an account a new secret or new settings'))
      .option('--set <key=value>', 'a setting to change, repeatable', collect)
      .option('--sign-in', 'sign in anew with the browser')
      .option('--no-browser', 'only print the link, to be opened anywhere'),
    'accounts reconnect Alice --secret-env BSKY_PASSWORD',
    'accounts reconnect "Me on X" --sign-in',
  ).action(act(reconnect))
  withExamples(
    accounts
      .command('update <account>')
      .description('change what you decide about an account; what is not named stays')
      .option('--name <name>', 'your own name for it')
      .option('--alias <id>', 'an id that other programs know it by, repeatable: replaces those it has', collect)
      .option('--no-alias', 'take all its aliases away')
      .option('--credits <number>', 'what one post there costs you', count)
      .option('--destination <id>', 'the page or board it publishes to; "accounts destinations" lists them')
      .option('--no-destination', "leave the page or board to the channel's own choice"),
    'accounts update Alice --name "Alice at work"',
    'accounts update "Our page" --alias ig_123 --credits 2',
  ).action(act(update))
  withExamples(
    accounts.command('destinations <account>').description('the pages or boards an account can publish to'),
    'accounts destinations "Our page"',
  ).action(
    act(async ({ caller, out }, wanted: string) => {
      const found = await caller.call('accounts.destinations', { accountId: (await findAccount(caller, wanted)).id })
      out.result(found, () =>
        table(
          ['id', 'name'],
          found.entries.map(({ id, name }) => [id, oneLine(name, 60)]),
        ),
      )
    }),
  )
  withExamples(
    accounts.command('health').description('how each account stands, and what to do about it'),
    'accounts health',
  ).action(act(health))
  withExamples(
    accounts
      .command('read-back [account]')
      .description('read the posts an account made on its channel itself, or every account'),
    'accounts read-back Alice',
  ).action(act(readBack))
  withExamples(
    accounts.command('disconnect <account>').description('forget the secret; what waits for the account is held'),
    'accounts disconnect Alice',
  ).action(
    act(async ({ caller, out }, wanted: string) => {
      const { id } = await findAccount(caller, wanted)
      const account = await caller.call('accounts.disconnect', { accountId: id })
      out.result(account, () => `Disconnected ${account.name}.`)
    }),
  )
}

const withSecret = (command: Command): Command =>
  command
    .option('--secret-env <variable>', 'take the secret from this environment variable')
    .option('--secret-stdin', 'take the secret from standard input; without either it is asked for')

type SettingFlags = SecretFlags & { set?: string[] }

type SignInFlags = SettingFlags & { browser: boolean }

const signIn = async ({ caller, out }: Work, key: string, flags: SignInFlags & { name: string }) => {
  const channel = await findChannel(caller, key)
  const settings = typedSettings(flags.set ?? [], channel.settings)
  const asked = { channel: key, settings, ...given(await readSecret(flags, channel)) }
  const signInId = await signInBy(caller, asked, flags.browser)
  const account = await caller.call('accounts.add', { channel: key, name: flags.name, signInId })
  out.result(account, () => connectedLines(account))
}

/** What was connected, and what it was not allowed. */
const connectedLines = ({ name, channel, identity, permissions }: Account): string =>
  [
    `Connected ${name} (${channel}: ${identity}).`,
    ...permissions.filter(({ granted }) => !granted).map((one) => `Not allowed: ${one.name}. ${one.why}`),
  ].join('\n')

const add = async ({ caller, out }: Work, key: string, flags: SettingFlags & { name: string }) => {
  const channel = await findChannel(caller, key)
  const settings = typedSettings(flags.set ?? [], channel.settings)
  const secret = await readSecret(flags, channel)
  // What goes without a secret where one signs in with the browser does not go without it here.
  if (channel.secret !== null && (channel.signIn || channel.secret.optional !== true) && !secret) {
    refuseInEnglish(
      'invalid-input',
      `${channel.name} needs a secret: ${channel.secret.title}.`,
      `Give it with --secret-env NAME or --secret-stdin${channel.signIn ? `, or use "accounts sign-in ${key}"` : ''}.`,
      { field: 'secret' },
    )
  }
  const account = await caller.call('accounts.add', { channel: key, name: flags.name, settings, ...given(secret) })
  out.result(account, () => connectedLines(account))
}

const reconnect = async ({ caller, out }: Work, wanted: string, flags: SignInFlags & { signIn?: boolean }) => {
  const { id: accountId, channel: key } = await findAccount(caller, wanted)
  const channel = await findChannel(caller, key)
  const settings = typedSettings(flags.set ?? [], channel.settings)
  // An account keeps the secret of its app; it is asked for only by name.
  const secret = flags.signIn && !flags.secretEnv && !flags.secretStdin ? undefined : await readSecret(flags, channel)
  const changed = { settings, ...given(secret) }
  const account = flags.signIn
    ? await caller.call('accounts.reconnect', {
        accountId,
        signInId: await signInBy(caller, { channel: key, accountId, ...changed }, flags.browser),
      })
    : await caller.call('accounts.reconnect', { accountId, ...changed })
  out.result(account, () => `${account.name} is connected again (${account.identity}).`)
}

type UpdateFlags = { name?: string; alias?: string[] | false; credits?: number; destination?: string | false }

const update = async ({ caller, out }: Work, wanted: string, flags: UpdateFlags) => {
  const account = await caller.call('accounts.update', {
    accountId: (await findAccount(caller, wanted)).id,
    ...(flags.name === undefined ? {} : { name: flags.name }),
    // Commander fills in `true` for an option that has a --no- twin and was not given.
    ...(Array.isArray(flags.alias) ? { aliases: flags.alias } : flags.alias === false ? { aliases: [] } : {}),
    ...(flags.credits === undefined ? {} : { creditsPerPost: flags.credits }),
    ...(typeof flags.destination === 'string'
      ? { destination: flags.destination }
      : flags.destination === false
        ? { destination: null }
        : {}),
  })
  out.result(account, () => `Changed: ${account.name}.`)
}

const health = async ({ caller, out }: Work) => {
  const report = await caller.call('accounts.health', {})
  const { entries: accounts } = await caller.call('accounts.list', {})
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  out.result(report, () =>
    report.entries
      .map(({ accountId, channel, connection, recommendations }) =>
        [
          `${(accountId && names.get(accountId)) ?? channel}: ${connection}`,
          ...recommendations.map(({ message, next }) => `  ${message} ${next}`),
        ].join('\n'),
      )
      .join('\n'),
  )
}

const readBack = async ({ caller, out }: Work, wanted: string | undefined) => {
  const input = wanted === undefined ? {} : { accountId: (await findAccount(caller, wanted)).id }
  const { entries } = await caller.call('external.read', input)
  out.result({ entries }, () =>
    entries.length === 0
      ? 'No account can be read back.'
      : table(
          ['account', 'read', 'new', 'trouble'],
          entries.map((one) => [one.accountId, String(one.read), String(one.added), one.failure?.message ?? '']),
        ),
  )
}

const list = async ({ caller, out }: Work) => {
  const { entries } = await caller.call('accounts.list', {})
  out.result({ entries }, () =>
    entries.length === 0
      ? 'No accounts yet. Add one with "posthorn accounts add".'
      : table(
          ['name', 'channel', 'identity', 'connection', 'checked', 'id'],
          entries.map((one) => [
            oneLine(one.name, 40),
            one.channel,
            oneLine(one.identity, 60),
            one.connection,
            localTime(one.checkedAt),
            one.id,
          ]),
        ),
  )
}

const check = async ({ caller, out }: Work, wanted: string) => {
  const { id } = await findAccount(caller, wanted)
  const account = await caller.call('accounts.check', { accountId: id })
  if (account.failure !== null) throw new Shortfall(account.failure, { account })
  if (account.connection !== 'valid' && account.connection !== 'expiring') {
    throw new Shortfall(notConnected(account), { account })
  }
  out.result(account, () => `${account.name} can publish (${account.identity}).`)
}

const notConnected = ({ name }: Account) =>
  failedInEnglish('signed-out', `${name} is disconnected.`, `Connect it again: posthorn accounts reconnect "${name}"`)

const findChannel = async (caller: Caller, key: string): Promise<ChannelDescriptor> => {
  const { entries } = await caller.call('channels.list', {})
  return (
    entries.find((channel) => channel.key === key) ??
    refuseInEnglish(
      'channel-unsupported',
      `Posthorn has no channel "${key}".`,
      `Use one of: ${entries.map((channel) => channel.key).join(', ')}.`,
      { field: 'channel' },
    )
  )
}

const given = (secret: string | undefined) => (secret ? { secret } : {})
