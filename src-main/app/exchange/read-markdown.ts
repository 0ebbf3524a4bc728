import { parse } from 'yaml'
import { guessFields } from './columns.ts'
import type { Sheet } from './sheet.ts'

/** A file of a folder: its path there, and what stands in it. */
type TextFile = { name: string; text: string }

/** What is always a column, whether or not a file's head names it. */
const BODY = 'text'
const PICTURES = 'media'
const DESCRIPTIONS = 'alt'

/** One post a file: the head is its columns, the rest its text; pictures of the folder shown in it become its media. */
export const readMarkdown = (files: readonly TextFile[], has: (path: string) => boolean): Sheet => {
  const read = files.map((file) => readFile(file, has))
  const heads = [...new Set(read.flatMap(({ head }) => [...head.keys()]))].filter((name) => !TAKEN.has(name))
  const columns = [BODY, ...heads, PICTURES, DESCRIPTIONS]
  return {
    format: 'markdown',
    maker: null,
    separator: null,
    header: true,
    columns,
    fields: guessFields(columns),
    rows: read.map(({ head, body, pictures }) => ({
      cells: [
        body,
        ...heads.map((name) => head.get(name) ?? ''),
        [...pictures.map(({ path }) => path), head.get(PICTURES)].filter(Boolean).join(' | '),
        [...pictures.map(({ alt }) => alt), head.get(DESCRIPTIONS)].filter(Boolean).join(' | '),
      ],
      rich: true,
    })),
  }
}

const TAKEN: ReadonlySet<string> = new Set([BODY, PICTURES, DESCRIPTIONS])

const readFile = ({ name, text }: TextFile, has: (path: string) => boolean) => {
  const [, front, rest = ''] = /^(?:---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$))?([\s\S]*)$/.exec(text) ?? []
  const head = readHead(front ?? '')
  const pictures: { path: string; alt: string }[] = []
  const body = rest.replace(
    /!\[([^\]]*)\]\(\s*<?([^)>\s]+)>?(?:\s+"[^"]*")?\s*\)/g,
    (all, alt: string, target: string) => {
      const path = /^https?:/i.test(target) ? target : beside(name, target)
      if (!/^https?:/i.test(target) && !has(path)) return all
      pictures.push({ path, alt })
      return ''
    },
  )
  return { head, body: body.replace(/\n{3,}/g, '\n\n').trim(), pictures }
}

/** A path as seen from a file's own folder. */
const beside = (file: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : file.split('/').slice(0, -1)
  for (const step of decoded(target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Broken heads count as none; aliases are bounded, since a few lines of them can mean gigabytes. */
const readHead = (front: string): Map<string, string> => {
  try {
    const head: unknown = parse(front, { maxAliasCount: 20, schema: 'failsafe' })
    if (typeof head !== 'object' || head === null || Array.isArray(head)) return new Map()
    return new Map(Object.entries(head).map(([name, value]) => [name, cellOf(value)]))
  } catch {
    return new Map()
  }
}

const cellOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(cellOf).join(' | ') : typeof value === 'string' ? value : ''
