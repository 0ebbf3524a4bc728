import type { OpenedFile } from '../../../src-preload/contract/bridge.ts'
import type { Media } from '../../../src-preload/contract/model/media.ts'
import type { Scope } from '../draft/draft.ts'
import { copyIn, type Intake, type Upload } from './upload.ts'

type UploadQueueOptions = {
  list(): readonly Upload[]
  put(uploads: readonly Upload[]): void
  add: Intake['add']
  addFile: Intake['addFile']
  onAdded(media: Media, scope: Scope): void
}

/** Files on their way in, one after another, so that they keep the order they were given in. */
export type UploadQueue = {
  add(files: readonly (File | OpenedFile)[], scope: Scope): void
  retry(key: string): void
  drop(key: string): void
  /** Resolves when none is on its way any more. */
  settled(): Promise<void>
}

export const createUploadQueue = ({ list, put, add, addFile, onAdded }: UploadQueueOptions): UploadQueue => {
  let copying: Promise<void> = Promise.resolve()
  const find = (key: string): Upload | undefined => list().find((one) => one.key === key)
  const set = (key: string, state: Upload['state']): void =>
    put(list().map((one) => (one.key === key ? { ...one, state } : one)))
  const drop = (key: string): void => put(list().filter((one) => one.key !== key))

  const copy = async (key: string): Promise<void> => {
    const upload = find(key)
    if (upload === undefined) return
    set(key, { kind: 'copying' })
    const reply = await copyIn(upload.file, { add, addFile })
    // Taken out again meanwhile.
    if (find(key) === undefined) return
    if (!reply.ok) return set(key, { kind: 'failed', failure: reply.failure })
    drop(key)
    onAdded(reply.value, upload.scope)
  }
  const enqueue = (key: string): void => {
    set(key, { kind: 'waiting' })
    copying = copying.then(() => copy(key))
  }

  return {
    add: (files, scope) => {
      for (const file of files) {
        const key = crypto.randomUUID()
        put([...list(), { key, name: file.name, scope, file, state: { kind: 'waiting' } }])
        enqueue(key)
      }
    },
    retry: enqueue,
    drop,
    settled: () => copying,
  }
}
