import type { HandedFile } from './given-files.ts'

/** An import takes no more files at once. */
const MOST = 6000

/** Every file that was dropped, those in folders too. Call while the drop is heard: afterwards nothing is to be had of it. */
export const droppedFiles = (transfer: DataTransfer | null): Promise<HandedFile[]> => {
  const entries = entriesIn(transfer)
  const plain = [...(transfer?.files ?? [])].map((file) => ({ name: file.name, file }))
  // What no folder is among is had at once.
  return entries.some(isFolder) ? gatherAll(entries) : Promise.resolve(plain)
}

/** Whether a folder is among what was dropped. */
export const carriesFolder = (transfer: DataTransfer | null): boolean => entriesIn(transfer).some(isFolder)

/** Whether something is dropped that may hold posts: what a folder holds is known only once it is let go. */
export const mayHoldPosts = (transfer: DataTransfer | null): boolean => {
  const files = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file')
  return files.length > 0 && files.every(({ type }) => !/^(image|video|audio)\//.test(type))
}

const entriesIn = (transfer: DataTransfer | null): FileSystemEntry[] =>
  [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)

const gatherAll = async (entries: readonly FileSystemEntry[]): Promise<HandedFile[]> => {
  const found: HandedFile[] = []
  const open = [...entries]
  for (let entry = open.shift(); entry !== undefined && found.length < MOST; entry = open.shift()) {
    if (entry.name.startsWith('.')) continue
    if (isFolder(entry)) open.push(...(await entriesOf(entry)))
    else if (isFile(entry)) {
      const file = await fileOf(entry)
      if (file !== null) found.push({ name: entry.fullPath.replace(/^\//, ''), file })
    }
  }
  return found
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)))

/** A folder is read in parts; an empty one ends it. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (some.length === 0) return all
    all.push(...some)
  }
}
