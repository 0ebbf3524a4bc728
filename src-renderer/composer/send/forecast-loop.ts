import type { Bridge } from '../../../src-preload/contract/bridge.ts'
import type { Input, Output } from '../../../src-preload/contract/methods.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import type { Timers } from '../../time/timers.ts'
import { createCheckLoop } from '../draft/check-loop.ts'
import { type Draft, timeOf } from '../draft/draft.ts'
import { postMode } from '../draft/post-mode.ts'
import { type WhenChoice, whenOf } from './when-choice.ts'

/** What sending would take of each account, and when it could be. */
export type Forecast = Output<'quota.forecast'>

type Writing = { draft: Draft; post: Post | null; when: WhenChoice }

/** Keeps asking what sending would take, as the accounts, the times and the limits change. */
export const createForecastLoop = (
  { bridge, timers }: { bridge: Bridge; timers: Timers },
  onForecast: (forecast: Forecast | null) => void,
): { ask(writing: Writing): void; stop(): void } => {
  const loop = createCheckLoop<readonly Input<'quota.forecast'>[], Forecast | null>(
    async (asked) => {
      const replies = await Promise.all(asked.map((one) => bridge.call('quota.forecast', one)))
      const known = replies.flatMap((reply) => (reply.ok ? [reply.value] : []))
      const [first] = known
      // Without a forecast the press of the button tells.
      if (first === undefined || known.length < replies.length) return null
      return { feature: first.feature, entries: known.flatMap((one) => one.entries) }
    },
    onForecast,
    timers,
  )
  return {
    ask: ({ draft, post, when }) => {
      const done = new Set(post?.items.filter((item) => item.state === 'published').map((item) => item.accountId))
      const accountIds = draft.targets.map((target) => target.accountId).filter((id) => !done.has(id))
      // What is queued holds its part of the limits already.
      const asks = accountIds.length > 0 && postMode(post) === 'writing'
      loop.ask(asks ? questions(draft, accountIds, when) : [])
    },
    stop: loop.stop,
  }
}

/** One for all that go out together, and one for each that has a time of its own. */
const questions = (draft: Draft, accountIds: readonly string[], when: WhenChoice): Input<'quota.forecast'>[] => {
  const { zone } = draft
  const together = accountIds.filter((id) => timeOf(draft, id) === null)
  const alone = accountIds.flatMap((id) => {
    const time = timeOf(draft, id)
    return time === null ? [] : [{ accountIds: [id], when: { kind: 'at' as const, ...time }, zone }]
  })
  return together.length === 0 ? alone : [{ accountIds: together, when: whenOf(when), zone }, ...alone]
}
