import Papa from 'papaparse'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import type { AccountRecord } from '../../core/records.ts'
import { postCells } from './post-cells.ts'

const COLUMNS = ['Text', 'When', 'Zone', 'Accounts', 'Tags', 'Media', 'Status', 'Published', 'Link'] as const

/** Tells spreadsheet programs that it is UTF-8. */
const MARK = '\uFEFF'

/**
 * A line a post. What a spreadsheet program would take for a formula gets an apostrophe before it, which these programs
 * do not show: a text from elsewhere must not be able to run anything there.
 */
export const writeTable = (
  posts: readonly Post[],
  accounts: readonly AccountRecord[],
  media: ReadonlyMap<string, string>,
): string => {
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  const rows = posts.map((post) => {
    const published = post.items.map(({ publishedAt }) => publishedAt).filter((at) => at !== null)
    return [
      ...postCells(post, names, media),
      post.status,
      published.toSorted()[0] ?? '',
      post.items.map(({ remote }) => remote?.url ?? '').find((url) => url !== '') ?? '',
    ]
  })
  return MARK + Papa.unparse([[...COLUMNS], ...rows], { escapeFormulae: true, newline: '\r\n' })
}
