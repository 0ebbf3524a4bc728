/*
 * Measures the start of the desktop app: node test/journeys/measure-start.ts [RUNS], in a session with a display and with
 * POSTHORN_ELECTRON set. The first run is on an empty data folder, the others on the one it made. Prints one JSON line.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronArgs, electronPath } from './kit/desktop.ts'

type Start = { timings: Record<string, number>; residentMegabytes: number; processes: number }

const measureStart = async (home: string): Promise<Start> => {
  const child = spawn(electronPath(), electronArgs(), {
    env: { ...process.env, POSTHORN_HOME: home, POSTHORN_TIMINGS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const timings = await readTimings(child)
  const memory = treeOf(child.pid ?? 0).map(residentKilobytes)
  child.kill('SIGTERM')
  await once(child, 'exit')
  const total = memory.reduce((sum, one) => sum + one, 0)
  return { timings, residentMegabytes: Math.round(total / 1024), processes: memory.length }
}

const readTimings = async (child: ChildProcess): Promise<Record<string, number>> => {
  let said = ''
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk)
    const line = said.split('\n').find((one) => one.startsWith('{"timings"') && one.endsWith('}'))
    if (line !== undefined) return (JSON.parse(line) as { timings: Record<string, number> }).timings
  }
  throw new Error(`Posthorn ended before it was open: ${said}`)
}

/** The process and all that it started. */
const treeOf = (pid: number): number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }))
  const below = (of: number): number[] => [
    of,
    ...parents.filter(({ parent }) => parent === of).flatMap((child) => below(child.pid)),
  ]
  return below(pid)
}

const parentOf = (pid: string): number => {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

/** Its share of what lies in memory, pages used by several counted once in all. */
const residentKilobytes = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])

const home = mkdtempSync(join(tmpdir(), 'posthorn-measure-'))
const starts: Start[] = []
for (let run = 0; run < Number(process.argv[2] ?? 5); run += 1) starts.push(await measureStart(home))
rmSync(home, { recursive: true, force: true })
process.stdout.write(`${JSON.stringify(starts)}\n`)
