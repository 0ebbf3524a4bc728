import { onTestFinished } from 'vitest'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Channel, Draft, Lookup, Outcome, Work } from '../../../src-main/channels/channel.ts'
import { type Fault, startFaultProxy } from '../../servers/fault-proxy.ts'
import { channelNamed, draftOf, sessionSlot, tools, uploadNotes, workOf } from '../channel-world.ts'
import { SAMPLE_FILES } from './sample-files.ts'
import type { Subject } from './subject.ts'

/** What one post through one fault came to, from its first attempt to its end. */
export type Trial = {
  fault: Fault | 'none'
  /** What each attempt and each question came to, in order. */
  course: (Outcome['kind'] | `asked: ${Lookup['kind']}`)[]
  /** What the person was told on the way. */
  told: Failure[]
  /** How many more posts stand than before. */
  copies: number
  /** Whether the fault found its request. */
  struck: boolean
  /** Until when the first attempt was put off, in milliseconds from then; null where it was not. */
  pause: number | null
}

/** How long an answer is waited for, in milliseconds: the deadline of the app, made short. */
const PATIENCE = 700
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

export const simpleDraft = async ({ simple }: Subject, text: string): Promise<Draft> =>
  draftOf({
    text: simple?.text === undefined ? text : `${simple.text} ${text}`,
    options: simple?.options ?? {},
    media: simple?.media ? [await SAMPLE_FILES[simple.media]()] : [],
  })

/** Sends one post as the queue does: again after a retry, asked about after a lost answer where the channel can be asked. */
export const tryOut = async (
  subject: Subject,
  { opened, line, account }: Line,
  draft: Draft,
  fault: Trial['fault'],
  channel: Channel = channelNamed(subject.key),
): Promise<Trial> => {
  const before = await opened.standing()
  const trial: Trial = { fault, course: [], told: [], copies: 0, struck: true, pause: null }
  const base = workOf(channel, draft, {
    settings: account.settings,
    secret: account.secret,
    session: sessionSlot(account.session ?? null),
    destination: account.destination ?? null,
    notes: uploadNotes(),
  })
  const parts: Work<object>['parts'] = []
  const work = (): Work<Record<string, unknown>> => ({
    ...base,
    parts: [...parts],
    onPart: (part) => Promise.resolve(void parts.push(part)),
    signal: AbortSignal.timeout(fault === 'no answer at all' ? PATIENCE : 30_000),
  })
  if (fault !== 'none') line.arm(fault, subject.publishes)
  await follow(trial, channel, work)
  trial.struck = fault === 'none' || !line.armed()
  trial.copies = (await opened.standing()) - before
  return trial
}

const follow = async (trial: Trial, channel: Channel, work: () => Work<Record<string, unknown>>): Promise<void> => {
  for (let attempt = 0; attempt < MOST; attempt += 1) {
    const outcome = await channel.publish(work())
    trial.course.push(outcome.kind)
    if (outcome.kind !== 'published') trial.told.push(outcome.failure)
    if (outcome.kind === 'limited' && attempt === 0) trial.pause = outcome.until - tools.clock.now()
    if (outcome.kind === 'retry' || outcome.kind === 'limited') continue
    if (outcome.kind !== 'unclear' || !channel.lookup) return
    if ((await ask(trial, channel, work)) !== 'absent') return
  }
}

const ask = async (
  trial: Trial,
  channel: Channel,
  work: () => Work<Record<string, unknown>>,
): Promise<Lookup['kind']> => {
  for (let question = 0; question < MOST; question += 1) {
    const answer = (await channel.lookup?.({ ...work(), signal: AbortSignal.timeout(30_000) })) ?? null
    if (answer === null) return 'unknown'
    trial.course.push(`asked: ${answer.kind}`)
    if (answer.kind === 'unknown') trial.told.push(answer.failure)
    else return answer.kind
  }
  return 'unknown'
}
