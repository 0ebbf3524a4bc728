import type { App } from '../../app/app.ts'
import type { NoticeAction } from '../notice-words.ts'
import { call } from './call.ts'

/** Does what the person chose on a notification. Trying again needs no window; everything else shows where it is. */
export const actOnNotice = async (
  app: Pick<App, 'gate' | 'emit'>,
  reveal: () => void,
  does: NoticeAction,
  itemId: string | null,
): Promise<void> => {
  if (does === 'retry' && itemId !== null) {
    const reply = await call(app, 'items.retry', { itemId })
    // What cannot be tried again says why where it stands.
    if (reply.ok) return
  }
  reveal()
  if (does === 'review') app.emit({ kind: 'open-review' })
  else if (does === 'reconnect') app.emit({ kind: 'open-room', room: 'accounts' })
  else if (itemId !== null) app.emit({ kind: 'open-item', itemId })
}
