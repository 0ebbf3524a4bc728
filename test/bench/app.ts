import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { appFolder } from './app-folder.ts'
import type { Row } from './report.ts'

const root = join(import.meta.dirname, '..', '..')

/** The real app on a full data folder, on a desktop of its own; one row with the reason where there can be none. */
export const measureApp = async (quick: boolean): Promise<Row[]> => {
  if (process.platform !== 'linux') return [missing('its desktop is made on Linux only')]
  const many = quick ? 20_000 : 1_000_000
  const home = await appFolder(many)
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-bench-app-'))
  try {
    const kept = join(folder, 'rows.json')
    const session = join(root, 'resources', 'setup', 'desktop-session.js')
    const child = join(import.meta.dirname, 'app-child.ts')
    const args = [session, '--', process.execPath, child, home, kept, ...(quick ? ['--quick'] : [])]
    const before = loadavg()[0] ?? Number.NaN
    // What it says goes beside the table, not into it.
    const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 2, 'inherit'], timeout: 900_000 })
    if (status !== 0) return [missing('it could not be measured; see above')]
    const rows = JSON.parse(readFileSync(kept, 'utf8')) as Row[]
    return [loadRow(before, loadavg()[0] ?? Number.NaN), ...rows].map((row) => ({ ...row, what: `app: ${row.what}` }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const missing = (why: string): Row => ({ what: 'app', result: `not measured: ${why}`, against: '', values: {} })

const loadRow = (before: number, after: number): Row => ({
  what: "the machine's load before and after",
  result: `${before.toFixed(1)}, ${after.toFixed(1)}`,
  against: '',
  values: { before, after },
})
