import type { UploadNotes } from '../channels/channel.ts'
import type { Store } from '../core/ports.ts'

/** What a channel writes down of an item's uploads, on disk at once. */
export const uploadNotes = (store: Store, itemId: string): UploadNotes => ({
  read: (name) => store.uploads.get(itemId, name),
  write: (name, value) => store.uploads.put(itemId, name, value),
})
