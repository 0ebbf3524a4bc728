import type { AccountRecord, ItemRecord, PostRecord } from '../core/records.ts'
import type { SettingsKeeper } from './settings.ts'
import { excerpt } from './views.ts'
import type { World } from './world.ts'

/** What is said outside the window when an item comes to a rest; many missed at once are one notice. */
export type Notices = { about(item: ItemRecord, post: PostRecord, account: AccountRecord): Promise<void> }

const GATHER = 500

export const createNotices = ({ notifier, clock, channels }: World, settings: SettingsKeeper): Notices => {
  let missed: { item: ItemRecord; text: string }[] = []

  const tellMissed = () => {
    const [first, ...others] = missed
    missed = []
    if (!first) return
    notifier.notify({ kind: 'missed', itemId: first.item.id, count: others.length + 1, text: first.text })
  }

  return {
    about: async (item, post, account) => {
      const { notify } = await settings.get()
      const channel = channels.get(item.channel)?.descriptor.name ?? item.channel
      const text = excerpt(item.override.text ?? post.text)
      const what = { itemId: item.id, account: account.name, channel, text }
      if (item.state === 'published' && notify.published) {
        notifier.notify({ kind: 'published', ...what })
      } else if (item.state === 'failed' && notify.failed) {
        notifier.notify({ kind: 'failed', ...what, failure: item.failure })
      } else if (item.failure?.code === 'by-hand') {
        notifier.notify({ kind: 'by-hand', itemId: item.id, account: account.name, text })
      } else if (item.state === 'unconfirmed' && item.nextAt === null && notify.failed) {
        notifier.notify({ kind: 'unconfirmed', ...what, failure: item.failure })
      } else if (item.state === 'missed' && notify.missed) {
        if (missed.length === 0) clock.after(GATHER, tellMissed)
        missed.push({ item, text })
      }
    },
  }
}
