import { onTestFinished } from 'vitest'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Channel, Draft, Lookup, Outcome, Work } from '../../../src-main/channels/channel.ts'
import { startBadAddress } from '../../servers/bad-addresses.ts'
import { startFaultProxy } from '../../servers/fault-proxy.ts'
import { channelNamed, draftOf, sessionSlot, tools, uploadNotes, workOf } from '../channel-world.ts'
import { createCourse, type Standing } from './course.ts'
import { isBadAddress, type Tried } from './faults.ts'
import { SAMPLE_FILES } from './sample-files.ts'
import type { OpenSubject, Subject } from './subject.ts'

/** What one post through one fault came to, from its first attempt to its end. */
export type Trial = {
  fault: Tried
  /** What each attempt and each question came to, in order. */
  course: (Outcome['kind'] | `asked: ${Lookup['kind']}`)[]
  /** What the item was in the app's lifecycle after each of them, as a person sees it. */
  went: Standing[]
  /** What the person was told on the way. */
  told: Failure[]
  /** How many more posts stand than before. */
  copies: number
  /** Whether the fault found its request. */
  struck: boolean
  /** Until when the first attempt was put off, in milliseconds from then; null where it was not. */
  pause: number | null
}

/** What does not come to an end after so many attempts never will. */
const MOST = 5

export const openLine = async (subject: Subject) => {
  const opened = await subject.open()
  const line = await startFaultProxy(opened.origin)
  onTestFinished(async () => {
    await line.close()
    await opened.close()
  })
  return { opened, line, account: await opened.account(line.url) }
}
type Line = Awaited<ReturnType<typeof openLine>>
type Account = Awaited<ReturnType<OpenSubject['account']>>

export const simpleDraft = async ({ simple }: Subject, text: string): Promise<Draft> =>
  draftOf({
    text: simple?.text === undefined ? text : `${simple.text} ${text}`,
    options: simple?.options ?? {},
    media: simple?.media ? [await SAMPLE_FILES[simple.media]()] : [],
  })

/**
 * Sends one post as the queue does: again after a retry, asked about after a lost answer where the channel can be asked.
 * What was wrong with an address is right when it is tried again.
 */
export const tryOut = async (
  subject: Subject,
  line: Line,
  draft: Draft,
  fault: Tried,
  channel: Channel = channelNamed(subject.key),
): Promise<Trial> => {
  const before = await line.opened.standing()
  const ending = new AbortController()
  const bad = isBadAddress(fault) ? await startBadAddress(fault) : null
  const first = bad ? await line.opened.account(bad.url) : line.account
  if (!bad && fault !== 'none')
    line.line.arm(fault as Parameters<typeof line.line.arm>[0], subject.publishes, () => ending.abort())
  const works = workMaker(channel, draft, line.account, [ending.signal, AbortSignal.timeout(30_000)])
  const trial: Trial = { fault, course: [], went: [], told: [], copies: 0, struck: true, pause: null }
  await follow(trial, channel, (attempt) => works(attempt === 0 ? first : line.account, attempt))
  trial.struck = bad ? bad.knocked() : !line.line.armed()
  await bad?.close()
  trial.copies = (await line.opened.standing()) - before
  return trial
}

type WorkAt = (attempt: number) => Work<Record<string, unknown>>

/** The work of each attempt: the parts that stand and the notes on uploads go from one to the next. */
const workMaker = (
  channel: Channel,
  draft: Draft,
  account: Account,
  [ending, last]: readonly [AbortSignal, AbortSignal],
) => {
  const parts: Work<object>['parts'] = []
  const base = workOf(channel, draft, {
    settings: account.settings,
    session: sessionSlot(account.session ?? null),
    notes: uploadNotes(),
    onPart: (part) => Promise.resolve(void parts.push(part)),
  })
  return ({ settings, secret, destination }: Account, attempt: number) => {
    const signal = attempt === 0 ? AbortSignal.any([ending, last]) : last
    return { ...base, settings, secret, destination: destination ?? null, signal, parts: [...parts] }
  }
}

const follow = async (trial: Trial, channel: Channel, work: WorkAt): Promise<void> => {
  const course = createCourse(channel.lookup !== undefined, tools.clock.now)
  trial.went = course.went
  for (let attempt = 0; attempt < MOST; attempt += 1) {
    const outcome = await channel.publish(work(attempt))
    trial.course.push(outcome.kind)
    course.sent(outcome)
    if (outcome.kind !== 'published') trial.told.push(outcome.failure)
    if (outcome.kind === 'limited' && attempt === 0) trial.pause = outcome.until - tools.clock.now()
    if (outcome.kind === 'retry' || outcome.kind === 'limited') continue
    if (outcome.kind !== 'unclear' || !channel.lookup) return
    if ((await ask(trial, channel, course, work(attempt + 1))) !== 'absent') return
  }
}

const ask = async (
  trial: Trial,
  channel: Channel,
  course: ReturnType<typeof createCourse>,
  work: Work<Record<string, unknown>>,
): Promise<Lookup['kind']> => {
  for (let question = 0; question < MOST; question += 1) {
    const answer = (await channel.lookup?.(work)) ?? null
    if (answer === null) return 'unknown'
    trial.course.push(`asked: ${answer.kind}`)
    course.asked(answer)
    if (answer.kind === 'unknown') trial.told.push(answer.failure)
    else return answer.kind
  }
  return 'unknown'
}
