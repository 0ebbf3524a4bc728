import type { Command } from 'commander'
import { type HookEvent, hookEvent } from '../../../../src-preload/contract/model/hook.ts'
import { act, type Work, withExamples } from '../act.ts'
import { amount } from '../input/numbers.ts'
import { localTime } from '../output/local-time.ts'
import { oneLine } from '../output/plain-text.ts'
import { table } from '../output/table.ts'

/** `posthorn hooks ...`: addresses that are told what happens. */
export const declareHooks = (program: Command): void => {
  const hooks = program.command('hooks').description('webhooks: addresses that are told what happens')
  withExamples(
    hooks
      .command('save <url>')
      .description('make a webhook; its secret is shown once')
      .requiredOption('--event <events>', `which: ${hookEvent.options.join(', ')}, or all; repeatable`, events)
      .option('--id <hook>', 'change this one instead')
      .option('--off', 'keep it, but send nothing')
      .option('--new-secret', 'give it another secret'),
    'hooks save https://example.com/posthorn --event post.published,post.failed',
    'hooks save https://example.com/posthorn --event all --id hok_... --off',
  ).action(act(save))
  withExamples(hooks.command('list').description('all webhooks'), 'hooks list').action(
    act(async ({ caller, out }) => {
      const { entries } = await caller.call('hooks.list', {})
      out.result({ entries }, () =>
        entries.length === 0
          ? 'No webhooks yet. Make one with "posthorn hooks save".'
          : table(
              ['url', 'events', 'active', 'id'],
              entries.map((hook) => [
                oneLine(hook.url, 60),
                hook.events.join(','),
                hook.active ? 'yes' : 'no',
                hook.id,
              ]),
            ),
      )
    }),
  )
  withExamples(
    hooks.command('remove <hook>').description('remove a webhook and its log'),
    'hooks remove hok_...',
  ).action(
    act(async ({ caller, out }, hookId: string) => {
      out.result(await caller.call('hooks.remove', { hookId }), () => `Removed: ${hookId}.`)
    }),
  )
  withExamples(
    hooks
      .command('deliveries [hook]')
      .description('what was sent, newest first')
      .option('--limit <number>', 'how many', amount, 20)
      .option('--cursor <cursor>', 'go on from where an earlier list ended'),
    'hooks deliveries',
  ).action(act(deliveries))
  withExamples(
    hooks.command('redeliver <delivery>').description('send a message once more'),
    'hooks redeliver dlv_...',
  ).action(
    act(async ({ caller, out }, deliveryId: string) => {
      const delivery = await caller.call('hooks.redeliver', { deliveryId })
      out.result(delivery, () => `On its way: ${delivery.id}`)
    }),
  )
  withExamples(
    hooks.command('test <hook>').description('send a message that says it is a test'),
    'hooks test hok_...',
  ).action(
    act(async ({ caller, out }, hookId: string) => {
      const delivery = await caller.call('hooks.test', { hookId })
      out.result(delivery, () => `On its way: ${delivery.id}`)
    }),
  )
}

type SaveFlags = { event: HookEvent[]; id?: string; off?: boolean; newSecret?: boolean }

const save = async ({ caller, out }: Work, url: string, flags: SaveFlags) => {
  const hook = await caller.call('hooks.save', {
    url,
    events: flags.event,
    active: !flags.off,
    newSecret: flags.newSecret ?? false,
    ...(flags.id === undefined ? {} : { hookId: flags.id }),
  })
  out.result(hook, () =>
    hook.secret === null
      ? `Changed: ${hook.id}`
      : `Made: ${hook.id}\n${hook.secret}\nKeep the secret now: it is not shown again.`,
  )
}

type PageFlags = { limit: number; cursor?: string }

const deliveries = async ({ caller, out }: Work, hookId: string | undefined, flags: PageFlags) => {
  const page = await caller.call('hooks.deliveries', { ...flags, ...(hookId === undefined ? {} : { hookId }) })
  out.result(page, () =>
    page.entries.length === 0
      ? 'Nothing was sent yet.'
      : table(
          ['made', 'event', 'state', 'attempts', 'status', 'trouble', 'id'],
          page.entries.map((one) => [
            localTime(one.createdAt),
            one.event,
            one.state,
            String(one.attempts),
            one.status === null ? '' : String(one.status),
            oneLine(one.error ?? '', 40),
            one.id,
          ]),
        ),
  )
}

/** Names as they are typed; what is no event is for the gate to refuse. */
const events = (value: string, before: readonly HookEvent[] = []): HookEvent[] => [
  ...before,
  ...(value === 'all' ? hookEvent.options : value.split(',').map((one) => one.trim() as HookEvent)),
]
