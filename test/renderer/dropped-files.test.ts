import { expect, test } from 'vitest'
import { carriesFolder, droppedFiles, mayHoldPosts } from '../../src-renderer/exchange/dropped-files.ts'

type Tree = { readonly [name: string]: Tree | string }

/** What a browser tells of a folder or a file that was dropped; a folder is read two at a time. */
const entryOf = (name: string, content: Tree | string, path = `/${name}`): FileSystemEntry => {
  if (typeof content === 'string') {
    const file = (resolve: (file: File) => void, reject: (error: Error) => void) =>
      content === 'unreadable' ? reject(new Error('gone')) : resolve(new File([content], name))
    return { name, fullPath: path, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry
  }
  const createReader = () => {
    const left = Object.entries(content).map(([key, inside]) => entryOf(key, inside, `${path}/${key}`))
    return { readEntries: (resolve: (entries: FileSystemEntry[]) => void) => resolve(left.splice(0, 2)) }
  }
  return { name, fullPath: path, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry
}

const dropOf = (tree: Tree, type = ''): DataTransfer =>
  ({
    items: Object.entries(tree).map(([name, content]) => ({
      kind: 'file',
      type,
      webkitGetAsEntry: () => entryOf(name, content),
    })),
    files: Object.keys(tree).map((name) => new File(['anything'], name)),
  }) as unknown as DataTransfer

const namesOf = async (dropped: DataTransfer | null) => (await droppedFiles(dropped)).map(({ name }) => name).toSorted()

test('files are had as they are, and folders with all that can be read in them, by its path there', async () => {
  expect(await namesOf(dropOf({ 'december.csv': 'Text' }))).toEqual(['december.csv'])
  const news = {
    'pier.md': '# The pier',
    'fog.md': '# Fog',
    'gone.md': 'unreadable',
    '.git': { config: 'not for anyone' },
    img: { 'pier.png': 'a picture', more: { 'rope.png': 'another' } },
  }
  const dropped = dropOf({ news, 'december.csv': 'Text' })
  expect(carriesFolder(dropped)).toBe(true)
  expect(await namesOf(dropped)).toEqual([
    'december.csv',
    'news/fog.md',
    'news/img/more/rope.png',
    'news/img/pier.png',
    'news/pier.md',
  ])
})

test('pictures hold no posts; what says nothing of its kind, as a folder, may', () => {
  expect(mayHoldPosts(dropOf({ 'pier.png': 'a picture' }, 'image/png'))).toBe(false)
  expect(mayHoldPosts(dropOf({ news: {} }))).toBe(true)
  expect(mayHoldPosts(dropOf({}))).toBe(false)
  expect(mayHoldPosts(null)).toBe(false)
  expect(carriesFolder(dropOf({ 'december.csv': 'Text' }))).toBe(false)
})
