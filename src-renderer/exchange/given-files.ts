import type { DesktopBridge, OpenedFile } from '../../src-preload/contract/bridge.ts'
import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { Input } from '../../src-preload/contract/methods.ts'
import { inOwnWords } from '../words/say-failure.ts'
import { say } from '../words/say.ts'

export type GivenFile = NonNullable<Input<'imports.read'>['files']>[number]

/** A file that a person chose, dropped or opened with Posthorn; `name`: its path within the folder that it is of, if any. */
export type HandedFile = { readonly name: string; readonly file: File | OpenedFile }

/** What an import can begin with. */
export const IMPORTABLE = '.csv,.tsv,.txt,.json,.md,.markdown,.mdx,.zip'

const ENDINGS = new RegExp(`(${IMPORTABLE.replaceAll('.', '\\.').replaceAll(',', '|')})$`, 'i')

export const isImportable = (name: string): boolean => ENDINGS.test(name)

/** What was chosen by a field for files or folders. */
export const handedFrom = (files: Iterable<File>): HandedFile[] =>
  [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }))

/** Files as they go to the core; the first that cannot be read keeps all of them back. */
export const readHanded = async (
  files: readonly HandedFile[],
  desktop: Pick<DesktopBridge, 'readOpened'> | null,
): Promise<Reply<GivenFile[]>> => {
  const given: GivenFile[] = []
  for (const { name, file } of files) {
    const reply = await readOne(name, file, desktop)
    if (!reply.ok) return reply
    given.push({ name, data: reply.value })
  }
  return { ok: true, value: given }
}

const readOne = async (
  name: string,
  file: File | OpenedFile,
  desktop: Pick<DesktopBridge, 'readOpened'> | null,
): Promise<Reply<string>> => {
  try {
    if (!('openedId' in file)) return { ok: true, value: await asBase64(file) }
    return desktop === null ? { ok: false, failure: unread(name) } : await desktop.readOpened(file.openedId)
  } catch (error) {
    return { ok: false, failure: unread(name, String(error)) }
  }
}

const unread = (name: string, detail?: string): Failure =>
  inOwnWords({
    code: 'media-unreadable',
    message: say('composer.file-unread', { name }),
    next: say('composer.file-unread-next'),
    ...(detail !== undefined && { detail }),
  })

const asBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,?/, '') : ''),
    )
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file cannot be read.')))
    reader.readAsDataURL(file)
  })
