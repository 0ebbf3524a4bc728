import type { Store } from '../core/ports.ts'
import { createStore } from './create-store.ts'
import { type FileTools, openFile } from './file/open-file.ts'
import { createQuarantine } from './rows/quarantine.ts'
import { createSession } from './sqlite/session.ts'

/**
 * Opens the database of a data folder, or makes both. Throws a Refusal: `database-from-future`, `database-unreadable`,
 * `database-read-only`, `disk-full`, `data-folder-held`; the file is then as it was.
 */
export const openStore = async (folder: string, tools: FileTools): Promise<Store> =>
  createStore(createSession(await openFile(folder, tools)), createQuarantine(tools))
