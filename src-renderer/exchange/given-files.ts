import type { Input } from '../../src-preload/contract/methods.ts'

export type GivenFile = NonNullable<Input<'imports.read'>['files']>[number]

/** What an import can begin with. */
export const IMPORTABLE = '.csv,.tsv,.txt,.json,.md,.markdown,.mdx,.zip'

const ENDINGS = new RegExp(`(${IMPORTABLE.replaceAll('.', '\\.').replaceAll(',', '|')})$`, 'i')

export const isImportable = (name: string): boolean => ENDINGS.test(name)

/** A file as it goes to the core; a file of a folder has its path there for a name. */
export const giveFile = async (file: File): Promise<GivenFile> => ({
  name: file.webkitRelativePath || file.name,
  data: await asBase64(file),
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
