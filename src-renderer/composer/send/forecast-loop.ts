import type { Bridge } from '../../../src-preload/contract/bridge.ts'
import type { Input, Output } from '../../../src-preload/contract/methods.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import type { Timers } from '../../time/timers.ts'
import { createCheckLoop } from '../draft/check-loop.ts'
import type { Draft } from '../draft/draft.ts'
import { postMode } from '../draft/post-mode.ts'
import { type WhenChoice, whenOf } from './when-choice.ts'

/** What sending would take of each account, and when it could be. */
export type Forecast = Output<'quota.forecast'>

type Writing = { draft: Draft; post: Post | null; when: WhenChoice }

/** Keeps asking what sending would take, as the accounts, the time and the limits change. */
export const createForecastLoop = (
  { bridge, timers }: { bridge: Bridge; timers: Timers },
  onForecast: (forecast: Forecast | null) => void,
): { ask(writing: Writing): void; stop(): void } => {
  const loop = createCheckLoop<Input<'quota.forecast'> | 'nothing', Forecast | null>(
    async (asked) => {
      if (asked === 'nothing') return null
      const reply = await bridge.call('quota.forecast', asked)
      // Without a forecast the press of the button tells.
      return reply.ok ? reply.value : null
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
      loop.ask(asks ? { accountIds, when: whenOf(when), zone: draft.zone } : 'nothing')
    },
    stop: loop.stop,
  }
}
