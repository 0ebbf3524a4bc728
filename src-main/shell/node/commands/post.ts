import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Post, When } from '../../../../src-preload/contract/model/post.ts'
import { Refusal, refuseInEnglish } from '../../../core/refusal.ts'
import { act, type Work, withExamples } from '../act.ts'
import type { Caller } from '../caller/caller.ts'
import { collect } from '../input/collect.ts'
import { attach, type Picture } from '../input/attach.ts'
import { channelOptions } from '../input/channel-options.ts'
import { findAccounts } from '../input/find-account.ts'
import { readStdin } from '../input/stdin.ts'
import { saysWhen, type WhenFlags, whenOf, withWhen } from '../input/when.ts'
import { meantTime } from '../output/item-lines.ts'
import { Shortfall } from '../output/output.ts'
import { rehearsePost } from './rehearse-post.ts'
import { assertPublished, outcomeLines, outcomeOf, UNATTENDED } from '../outcome.ts'

type PostFlags = WhenFlags & {
  to?: string[]
  draft?: boolean
  tag?: string[]
  thread?: boolean
  strict?: boolean
  option?: string[]
}

/** `posthorn post`: write, and send now, later or not yet. */
export const declarePost = (program: Command): void => {
  // --alt belongs to the --media before it, so both write to one list, in the order they are read.
  const pictures: Picture[] = []
  const addMedia = (file: string) => {
    pictures.push({ file, alt: '' })
    return file
  }
  const addAlt = (alt: string) => {
    const last = pictures.at(-1)
    if (last === undefined) throw new InvalidArgumentError('Put it after the --media that it describes.')
    last.alt = alt
    return alt
  }
  const command = program
    .command('post [text]')
    .description('write a post; "-" reads its text from standard input')
    .option('--to <account>', 'where to send it: an account by name or id, repeatable', collect)
    .option('--media <file>', 'attach a file, or what is at an address, repeatable', addMedia)
    .option('--alt <text>', 'what the file before it shows, for those who cannot see it', addAlt)
    .option('--tag <tag>', 'a tag to find it by, repeatable; it is not added to the text', collect)
    .option('--thread', 'split long text into a thread where the account has threads')
    .option('--strict', 'refuse media over a limit instead of fitting them')
    .option('--option <channel.key=value>', 'tell a channel something, repeatable, such as x.type=POLL', collect)
    .addOption(new Option('--draft', 'keep it as a draft').conflicts(['now', 'at', 'in', 'slot']))
  withExamples(
    withWhen(command, 'draft'),
    'post "Hello" --to "My site" --to Alice --now',
    'post "Later" --to Alice --at 2026-12-01T09:00 --zone Europe/Berlin',
    'post "A picture" --to Alice --media photo.jpg --alt "A red door" --in 5m',
    'post "When there is room" --to Alice --slot',
    'post - --to "My site" --draft < text.md',
  ).action((...args: unknown[]) => {
    const flags = command.opts<PostFlags>()
    if (!flags.draft && !saysWhen(flags)) {
      command.error('error: say when to send it: --now, --at, --in, --slot, or --draft')
    }
    return act((work, text: string | undefined, flags: PostFlags) => post(work, text, flags, pictures))(...args)
  })
}

const post = async (work: Work, text: string | undefined, flags: PostFlags, pictures: readonly Picture[]) => {
  const { caller, out } = work
  const when = flags.draft ? null : await whenOf(flags, caller)
  const accounts = await findAccounts(caller, flags.to ?? [])
  if (when !== null && accounts.length === 0) {
    refuseInEnglish('no-account', 'No account is chosen for this post.', 'Choose at least one with --to.', {
      field: 'to',
    })
  }
  const written = {
    text: text === '-' ? await readStdin() : (text ?? ''),
    tags: flags.tag ?? [],
    thread: flags.thread ?? false,
    strict: flags.strict ?? false,
    options: channelOptions(flags.option ?? []),
    targets: accounts.map(({ id }) => ({ accountId: id })),
    ...(flags.zone === undefined ? {} : { zone: flags.zone }),
  }
  if (work.dry) return rehearsePost(work, written, when, pictures.length)
  const draft = await caller.call('posts.save', { ...written, media: await attach(caller, pictures) })
  if (when === null) return out.result(draft, () => `Kept as a draft: ${draft.id}`)
  const scheduled = await schedule(caller, draft, when)
  if (when.kind === 'now') await follow(work, scheduled)
  else out.result(scheduled, () => scheduledLines(caller, scheduled))
}

/** What cannot be scheduled is kept as a draft: nothing that was written is lost. */
const schedule = async (caller: Caller, draft: Post, when: When): Promise<Post> => {
  try {
    return await caller.call('posts.schedule', { postId: draft.id, when })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const next = `${error.failure.next} The post is kept as a draft: ${draft.id}`
    throw new Shortfall({ ...error.failure, next }, { post: draft })
  }
}

const follow = async ({ caller, out }: Work, { id, items }: Post) => {
  const outcome = await outcomeOf(
    caller,
    items.map((item) => item.id),
  )
  const post = await caller.call('posts.get', { postId: id })
  if (outcome.some((item) => item.state !== 'published')) out.say(outcomeLines(outcome))
  assertPublished(caller, outcome, { post })
  out.result(post, () => outcomeLines(outcome))
}

const scheduledLines = (caller: Caller, { id, items }: Post): string => {
  const schedule = items[0]?.schedule
  const time = schedule ? ` for ${meantTime(schedule)}` : ''
  return [`Scheduled${time}: ${id}`, ...(caller.attended ? [] : [UNATTENDED])].join('\n')
}
