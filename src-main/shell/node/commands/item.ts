import { type Command, Option } from 'commander'
import { act, type Work, withExamples } from '../act.ts'
import { findItemId } from '../input/find-item.ts'
import { readStdin } from '../input/stdin.ts'
import { saysWhen, type WhenFlags, whenOf, withWhen } from '../input/when.ts'
import { meantTime, stateOf } from '../output/item-lines.ts'
import { assertPublished, outcomeLines, outcomeOf, UNATTENDED } from '../outcome.ts'
import { storyLines } from '../output/story-lines.ts'

type SettleFlags = { found?: string | true; absent?: boolean }

/** The commands on one item: `posthorn show`, `cancel`, `reschedule`, `retry`, `settle`, `edit`, `unpublish`. */
export const declareItem = (program: Command): void => {
  const one = (name: string, description: string, ...examples: string[]) =>
    withExamples(
      program.command(name).argument('<id>', 'an item, or a post that has one item').description(description),
      ...examples,
    )

  one('show', 'an item and its whole story', 'show itm_01JD6Q0V5M7C4R8W2X9Y3Z1ABC').action(act(show))
  one('cancel', 'take a schedule back; the post stays', 'cancel itm_01JD6Q0V5M7C4R8W2X9Y3Z1ABC').action(act(cancel))

  const move = withWhen(one('reschedule', 'give an item another time', 'reschedule itm_... --at 2026-12-02T09:00'))
  move.action((...args: unknown[]) => {
    if (!saysWhen(move.opts<WhenFlags>())) move.error('error: say when: --at, --in, --slot, or --now')
    return act(reschedule)(...args)
  })

  one('retry', 'send a failed item again, or a waiting one without waiting', 'retry itm_...').action(
    act(async (work, id: string) => {
      const itemId = await findItemId(work.caller, id)
      await work.caller.call('items.retry', { itemId })
      await follow(work, itemId)
    }),
  )

  const settle = one(
    'settle',
    'say what became of an item whose answer was lost',
    'settle itm_... --found https://bsky.app/profile/alice/post/3k',
    'settle itm_... --absent',
  )
    .option('--found [url]', 'it is there; with its link if you have it')
    .addOption(new Option('--absent', 'it is not there: send it again').conflicts('found'))
  settle.action((...args: unknown[]) => {
    const { found, absent } = settle.opts<SettleFlags>()
    if (!found && !absent) settle.error('error: say what you found: --found or --absent')
    return act(settleItem)(...args)
  })

  withExamples(
    one('edit', 'change the text of a published item where it stands').argument('<text>', 'the new text; "-" reads it'),
    'edit itm_... "The corrected text"',
  ).action(
    act(async ({ caller, out }, id: string, text: string) => {
      const itemId = await findItemId(caller, id)
      const item = await caller.call('items.edit', { itemId, text: text === '-' ? await readStdin() : text })
      out.result(item, () => `Changed: ${item.remote?.url ?? item.id}`)
    }),
  )
  one('unpublish', 'take a published item down from its channel', 'unpublish itm_...').action(
    act(async ({ caller, out }, id: string) => {
      const item = await caller.call('items.unpublish', { itemId: await findItemId(caller, id) })
      out.result(item, () => `Taken down: ${item.id}`)
    }),
  )
}

const show = async ({ caller, out }: Work, id: string) => {
  const story = await caller.call('items.get', { itemId: await findItemId(caller, id) })
  out.result(story, () => storyLines(story))
}

const cancel = async ({ caller, out }: Work, id: string) => {
  const item = await caller.call('items.cancel', { itemId: await findItemId(caller, id) })
  out.result(item, () => `Cancelled: ${item.id}`)
}

const reschedule = async (work: Work, id: string, flags: WhenFlags) => {
  const { caller, out } = work
  const when = await whenOf(flags, caller)
  const item = await caller.call('items.reschedule', { itemId: await findItemId(caller, id), when })
  if (when.kind === 'now') return follow(work, item.id)
  const time = item.schedule ? ` for ${meantTime(item.schedule)}` : ''
  out.result(item, () => [`Scheduled${time}: ${item.id}`, ...(caller.attended ? [] : [UNATTENDED])].join('\n'))
}

const settleItem = async (work: Work, id: string, { found }: SettleFlags) => {
  const { caller, out } = work
  const itemId = await findItemId(caller, id)
  const url = typeof found === 'string' ? { url: found } : {}
  const item = await caller.call('items.settle', { itemId, found: Boolean(found), ...url })
  if (!found) return follow(work, itemId)
  out.result(item, () => `Marked as ${stateOf(item)}: ${item.id}`)
}

/** Waits for the outcome of an item that is due now. */
const follow = async ({ caller, out }: Work, itemId: string) => {
  const outcome = await outcomeOf(caller, [itemId])
  const [item] = outcome
  assertPublished(caller, outcome, { item })
  out.result(item, () => outcomeLines(outcome))
}
