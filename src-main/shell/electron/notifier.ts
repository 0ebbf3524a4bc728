import { Notification } from 'electron'
import type { Notice, Notifier } from '../../core/ports.ts'
import { type NoticeAction, noticeWords } from '../notice-words.ts'
import { say } from '../words/say.ts'

/** Shows notices the system's way; `act` hears what the person chose, by a click or one of its buttons where there are any. */
export const createNotifier = (act: (does: NoticeAction, notice: Notice) => void): Notifier => {
  // A notification that nothing refers to is collected, and its click with it.
  const shown = new Set<Notification>()
  return {
    notify: (notice) => {
      if (!Notification.isSupported()) return
      const { title, body, actions } = noticeWords(notice)
      const [first, ...others] = actions
      const notification = new Notification({
        title,
        body,
        // What a click does already needs no button.
        actions: others.map(({ label }) => ({ type: 'button', text: label })),
      })
      const forget = () => void shown.delete(notification)
      const choose = (action: (typeof actions)[number] | undefined) => {
        forget()
        if (action !== undefined) act(action.does, notice)
      }
      shown.add(notification)
      notification.on('click', () => choose(first))
      notification.on('action', (_, index) => choose(others[index]))
      notification.on('close', forget)
      notification.show()
    },
  }
}

/** Said once, when the window is closed for the first time. */
export const tellOfTray = (): void => {
  if (!Notification.isSupported()) return
  new Notification({ title: say('notice.stays'), body: say('notice.stays-why') }).show()
}

/** Said when the keys that were chosen for a quick post do not reach Posthorn. */
export const tellOfKeys = (keys: string): void => {
  if (!Notification.isSupported()) return
  new Notification({
    title: say('notice.keys-held', { keys: keysInWords(keys) }),
    body: say('notice.keys-held-why'),
  }).show()
}

/** `Mod` is the key that commands begin with on this system. */
const keysInWords = (keys: string): string =>
  keys.replace('Mod', process.platform === 'darwin' ? '⌘' : say('notice.control'))
