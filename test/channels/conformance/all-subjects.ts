import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Subject } from './subject.ts'

const folder = join(import.meta.dirname, 'subjects')

/** Every channel and what it is tried against, by the names of their files. */
export const SUBJECTS: readonly Subject[] = await Promise.all(
  readdirSync(folder)
    .toSorted()
    .map(async (file) => ((await import(join(folder, file))) as { subject: Subject }).subject),
)

/** Whether a channel is tried against a server that others wrote, and not one of the project's own making. */
export const isReal = ({ server }: Subject): boolean => server.startsWith('real')
