import type { Notice } from '../core/ports.ts'
import { say } from './words/say.ts'

/** What a person can do right from a notification; the first is what a click on it does. */
export type NoticeAction = 'open-item' | 'review' | 'retry' | 'reconnect'

/** A notice as the system shows it. */
export type NoticeWords = { title: string; body: string; actions: readonly { does: NoticeAction; label: string }[] }

const OPEN = () => ({ does: 'open-item', label: say('notice.open') }) as const

export const noticeWords = (notice: Notice): NoticeWords => {
  switch (notice.kind) {
    case 'published': {
      const { account, channel, text } = notice
      return { title: say('notice.published', { account, channel }), body: text, actions: [OPEN()] }
    }
    case 'failed': {
      const { account, channel, text, failure } = notice
      return {
        title: say('notice.failed', { account, channel }),
        body: `${text}\n${failure?.message ?? ''}`.trim(),
        actions: [OPEN(), { does: 'retry', label: say('notice.retry') }],
      }
    }
    case 'unconfirmed': {
      const { account, channel, text } = notice
      return { title: say('notice.unconfirmed', { account, channel }), body: text, actions: [OPEN()] }
    }
    case 'by-hand':
      return { title: say('notice.by-hand', { account: notice.account }), body: notice.text, actions: [OPEN()] }
    case 'missed':
      return {
        title: say('notice.missed', { count: notice.count }),
        body: notice.count === 1 ? notice.text : say('notice.missed-why'),
        actions: [{ does: 'review', label: say('notice.decide') }],
      }
    case 'signed-out':
      return {
        title: say('notice.signed-out', { account: notice.account }),
        body: `${notice.failure.message} ${notice.failure.next}`,
        actions: [{ does: 'reconnect', label: say('notice.reconnect') }],
      }
  }
}
