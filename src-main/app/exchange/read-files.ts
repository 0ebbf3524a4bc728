import { refuse } from '../../core/refusal.ts'
import { decodeText } from './decode-text.ts'
import { POSTS_JSON, type PostFile } from './post-file.ts'
import { readJson } from './read-json.ts'
import { readMarkdown } from './read-markdown.ts'
import { findDayOrder } from './read-when.ts'
import type { Sheet } from './sheet.ts'
import type { GivenFile, Source } from './sources.ts'
import { readTable } from './table.ts'
import { isZip, unpack } from './zip.ts'
import { because } from '../../core/told.ts'

type How = { encoding?: string | undefined; separator?: string | undefined; header?: boolean | undefined }
type Read = Pick<Source, 'sheet' | 'encoding' | 'known' | 'attachments' | 'dayOrder' | 'dayOrderSure'>

type Plain = { name: string; bytes: Uint8Array | null; text: string | null }

/** Recognises what was given and reads it; told otherwise, it does as told. */
export const readFiles = (given: readonly GivenFile[], how: How): Read => {
  const files = given.flatMap(opened)
  const texts = files.filter(({ name, text }) => text !== null || /\.(md|markdown|mdx|csv|tsv|txt|json)$/i.test(name))
  const attachments = new Map(
    files.flatMap(({ name, bytes }) => (bytes !== null && !/\.(md|markdown|mdx)$/i.test(name) ? [[name, bytes]] : [])),
  )
  const markdown = texts.filter(({ name }) => /\.(md|markdown|mdx)$/i.test(name))
  const others = texts.filter((file) => !markdown.includes(file))
  const main =
    others.find(({ name }) => name.split('/').at(-1) === POSTS_JSON) ??
    (markdown.length === 0 ? (others[0] ?? files[0]) : undefined)
  const { sheet, encoding, known } = main ? readOne(main, how) : readFolder(markdown, how, attachments)
  return { sheet, encoding, known, attachments, ...daysIn(sheet) }
}

const opened = ({ name, data, text }: GivenFile): Plain[] => {
  if (data === undefined) {
    return [
      {
        name,
        bytes: null,
        text:
          text ??
          refuse('invalid-input', `${name} is empty.`, 'Choose another file.', {
            told: because('file-empty', { file: name }),
          }),
      },
    ]
  }
  const bytes = new Uint8Array(Buffer.from(data, 'base64'))
  if (!isZip(bytes)) return [{ name, bytes, text: null }]
  return [...unpack(bytes)].map(([path, inside]) => ({ name: path, bytes: inside, text: null }))
}

const decode = ({ bytes, text }: Plain, how: How): { text: string; encoding: string | null } =>
  bytes === null ? { text: text ?? '', encoding: null } : decodeText(bytes, how.encoding)

type Content = { sheet: Sheet; encoding: string | null; known: PostFile | null }

const readOne = (file: Plain, how: How): Content => {
  const { text, encoding } = decode(file, how)
  if (text.trim() === '')
    refuse('invalid-input', `${file.name} is empty.`, 'Choose another file.', {
      told: because('file-empty', { file: file.name }),
    })
  // Null characters are in no text; a picture or a spreadsheet of a program was chosen.
  if (text.includes('\0')) {
    refuse('invalid-input', `${file.name} is not text.`, 'Save it as CSV first, or choose another encoding.', {
      told: because('file-no-text', { file: file.name }),
    })
  }
  if (/\.json$/i.test(file.name) || /^\s*[[{]/.test(text)) return { ...readJson(text), encoding }
  if (/^---\r?\n/.test(text))
    return { sheet: readMarkdown([{ name: file.name, text }], () => false), encoding, known: null }
  return { sheet: readTable(text, how), encoding, known: null }
}

const readFolder = (files: readonly Plain[], how: How, attachments: ReadonlyMap<string, Uint8Array>): Content => {
  const read = files.map((file) => ({ name: file.name, ...decode(file, how) }))
  return {
    sheet: readMarkdown(
      read.toSorted((a, b) => a.name.localeCompare(b.name)),
      (path) => attachments.has(path),
    ),
    encoding: read[0]?.encoding ?? null,
    known: null,
  }
}

const daysIn = ({ fields, rows }: Sheet) => {
  const at = fields.findIndex((field) => field === 'when' || field === 'date')
  const { dayOrder, sure } = findDayOrder(at < 0 ? [] : rows.map(({ cells }) => cells[at] ?? ''))
  return { dayOrder, dayOrderSure: sure }
}
