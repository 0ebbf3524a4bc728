import { randomUUID } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { OpenedFile } from '../../src-preload/contract/bridge.ts'
import type { Reply } from '../../src-preload/contract/failure.ts'
import { failed } from '../core/refusal.ts'
import { because } from '../core/told.ts'

/** Files that the person opened with Posthorn. The window is told their ids and names; their paths stay here. */
export type OpenedFiles = {
  /** Notes files, and all that lies in folders; says whether there was any. */
  note(paths: readonly string[]): Promise<boolean>
  /** Those that were not taken yet. */
  take(): OpenedFile[]
  /** Where one lies; null for an unknown id. */
  pathOf(openedId: string): string | null
  /** Its bytes in base64. */
  read(openedId: string): Promise<Reply<string>>
}

/** An import takes no more files at once, and none that is larger, in bytes. */
const MOST = 6000
const LARGEST = 100 * 1024 * 1024
/** Folders within folders are looked through so far. */
const DEEPEST = 8

type Found = { path: string; name: string; size: number }

export const createOpenedFiles = (): OpenedFiles => {
  const known = new Map<string, Found>()
  let waiting: OpenedFile[] = []
  return {
    note: async (paths) => {
      const found: Found[] = []
      for (const path of paths) await gather(path, basename(path), found, 0)
      for (const one of found) {
        const openedId = randomUUID()
        known.set(openedId, one)
        waiting.push({ openedId, name: one.name, size: one.size })
      }
      return found.length > 0
    },
    take: () => {
      const taken = waiting
      waiting = []
      return taken
    },
    pathOf: (openedId) => known.get(openedId)?.path ?? null,
    read: async (openedId) => {
      const file = known.get(openedId)
      if (file === undefined) return { ok: false, failure: unreadable('', 'It was not opened with Posthorn.') }
      if (file.size > LARGEST) return { ok: false, failure: unreadable(file.path, 'It is larger than 100 MB.') }
      try {
        return { ok: true, value: await readFile(file.path, 'base64') }
      } catch (error) {
        return { ok: false, failure: unreadable(file.path, error instanceof Error ? error.message : String(error)) }
      }
    },
  }
}

/** What is hidden is none of the person's writing; links are not followed, so that no folder is walked in circles. */
const gather = async (path: string, name: string, found: Found[], depth: number): Promise<void> => {
  const facts = await stat(path).catch(() => null)
  if (facts === null || found.length >= MOST) return
  if (facts.isFile()) return void found.push({ path, name, size: facts.size })
  if (!facts.isDirectory() || depth > DEEPEST) return
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    if (entry.name.startsWith('.') || !(entry.isFile() || entry.isDirectory())) continue
    await gather(join(path, entry.name), `${name}/${entry.name}`, found, depth + 1)
  }
}

const unreadable = (path: string, detail: string) =>
  failed('media-unreadable', `The file ${path} cannot be read.`, 'Check its name and that you may read it.', {
    detail,
    told: because('file-unreadable', { path }),
  })
