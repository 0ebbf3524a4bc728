import type { Store } from '../core/ports.ts'
import { createAccounts } from './accounts.ts'
import { createAwake } from './awake.ts'
import { createAttempts } from './attempts.ts'
import { createImports } from './imports.ts'
import { createItems } from './items.ts'
import { createCharges } from './charges.ts'
import { createDeliveries } from './deliveries.ts'
import { createHooks } from './hooks.ts'
import { createKeys } from './keys.ts'
import { createMedia } from './media.ts'
import { createMeters } from './meters.ts'
import { createPictures } from './pictures.ts'
import { createPosts } from './posts.ts'
import { countUnreadable, listUnreadable, type Quarantine } from './rows/quarantine.ts'
import { createSecrets } from './secrets.ts'
import { createSettings } from './settings.ts'
import { createReceipts } from './receipts.ts'
import { createSlotPlans } from './slot-plans.ts'
import { listTags } from './tags.ts'
import { createTemplates } from './templates.ts'
import { createUploads } from './uploads.ts'
import type { Session } from './sqlite/session.ts'

/** The store over one session; within a transaction it is made anew over the transaction's. */
export const createStore = (session: Session, quarantine: Quarantine): Store => {
  const store: Store = {
    transaction: (work) =>
      session.transaction((within) => work(within === session ? store : createStore(within, quarantine))),
    posts: createPosts(session, quarantine),
    items: createItems(session, quarantine),
    charges: createCharges(session),
    tags: { list: () => session.read(listTags) },
    meters: createMeters(session, quarantine),
    slotPlans: createSlotPlans(session, quarantine),
    templates: createTemplates(session, quarantine),
    keys: createKeys(session, quarantine),
    receipts: createReceipts(session, quarantine),
    imports: createImports(session, quarantine),
    hooks: createHooks(session, quarantine),
    deliveries: createDeliveries(session, quarantine),
    uploads: createUploads(session),
    attempts: createAttempts(session, quarantine),
    awake: createAwake(session),
    accounts: createAccounts(session, quarantine),
    pictures: createPictures(session),
    media: createMedia(session),
    settings: createSettings(session, quarantine),
    secrets: createSecrets(session),
    unreadable: () => session.read((connection) => countUnreadable(connection)),
    unreadableRows: (limit) => session.read((connection) => listUnreadable(connection, limit)),
    close: () => session.close(),
  }
  return store
}
