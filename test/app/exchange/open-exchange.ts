import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Input, Output } from '../../../src-preload/contract/methods.ts'
import type { ImportJob } from '../../../src-preload/contract/model/exchange.ts'
import type { TestApp } from '../../fixtures/test-world.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/exchange')

/** A file as a window hands it over. */
export const fileOf = (name: string) => ({ name, data: readFileSync(join(FOLDER, name)).toString('base64') })

export const textFile = (text: string, name = 'posts.csv') => ({ name, text })

type Plan = Input<'imports.run'>['plan']

/** What the file seems to be, taken as it is. */
export const planFor = (source: Output<'imports.read'>, change: Partial<Plan> = {}): Plan => ({
  mapping: source.columns.map(({ field }) => field),
  zone: 'Europe/Berlin',
  dayOrder: source.dayOrder,
  ...change,
})

export const read = (t: TestApp, ...files: NonNullable<Input<'imports.read'>['files']>) =>
  t.call('imports.read', { files })

/** The problems of each row, by their codes. */
export const codesOf = ({ rows }: Output<'imports.check'>) =>
  rows.map(({ problems }) => problems.map(({ code }) => code))

/** Imports, and waits for the end. */
export const runImport = async (t: TestApp, input: Input<'imports.run'>): Promise<ImportJob> => {
  await t.call('imports.run', input)
  for (;;) {
    const { job } = await t.call('imports.job', {})
    if (job && job.state !== 'running') return job
    await setImmediate()
  }
}

export const importText = async (t: TestApp, text: string, change: Partial<Plan> = {}) => {
  const source = await read(t, textFile(text))
  return runImport(t, { importId: source.importId, plan: planFor(source, change) })
}

export const postsOf = async (t: TestApp) => (await t.call('posts.list', { order: 'made', limit: 200 })).entries
