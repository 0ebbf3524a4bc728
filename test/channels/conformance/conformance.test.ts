import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'
import { conform } from './conform.ts'
import type { Subject } from './subject.ts'

/* Every channel that is tried against a server of the project's own making, held to what all channels promise. */

const folder = join(import.meta.dirname, 'subjects')
const subjects = await Promise.all(
  readdirSync(folder).map(async (file) => ((await import(join(folder, file))) as { subject: Subject }).subject),
)

describe.each(subjects.filter(({ server }) => !server.startsWith('real')))('$key ($server)', conform)
