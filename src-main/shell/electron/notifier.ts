import { Notification } from 'electron'
import type { Notice, Notifier } from '../../core/ports.ts'

/** Shows notices the system's way; `onClick` gets the one the person acted on. */
export const createNotifier = (onClick: (notice: Notice) => void): Notifier => {
  // A notification that nothing refers to is collected, and its click with it.
  const shown = new Set<Notification>()
  return {
    notify: (notice) => {
      if (!Notification.isSupported()) return
      const notification = new Notification({ title: notice.title, body: notice.body })
      const forget = () => void shown.delete(notification)
      shown.add(notification)
      notification.on('click', () => {
        forget()
        onClick(notice)
      })
      notification.on('close', forget)
      notification.show()
    },
  }
}

/** Said once, when the window is closed for the first time. */
export const tellOfTray = (): void => {
  if (!Notification.isSupported()) return
  new Notification({
    title: 'Posthorn keeps running',
    body: 'Your posts go out at their time. To see the window again, use the tray icon or start Posthorn once more.',
  }).show()
}
