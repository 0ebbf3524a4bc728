import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanEnvironment, electronArgs, electronPath } from '../../journeys/kit/desktop.ts'
import { spread } from '../measure.ts'
import type { Row } from '../report.ts'

type Start = { timings: Record<string, number>; memory: Memory }
type Memory = { megabytes: number; processes: number }

/** From the start of the process to a window that answers, and what it then holds in memory; the first time and again. */
export const measureStarting = async (home: string, times: number): Promise<Row[]> => {
  const starts: Start[] = []
  const blanks: Start[] = []
  // In turn, so that both meet the machine in the same moods.
  for (let number = 0; number < times; number += 1) {
    blanks.push(await startBlank())
    starts.push(await startOnce(home))
  }
  const blank = spread(blanks.map(({ timings }) => timings['shown'] ?? Number.NaN))
  const of = (step: string) => spread(starts.map(({ timings }) => timings[step] ?? Number.NaN))
  const interactive = of('answered')
  const own = of('own')
  const { megabytes, processes } = starts.at(-1)?.memory ?? { megabytes: Number.NaN, processes: 0 }
  return [
    {
      what: `start to interactive, ${times} starts`,
      result: `p50 ${interactive.p50.toFixed(0)} ms, worst ${interactive.max.toFixed(0)} ms`,
      against: '400 ms',
      values: { ...interactive, ratio: interactive.p50 / 400 },
    },
    {
      what: 'the same of an Electron with an empty page',
      result: `p50 ${blank.p50.toFixed(0)} ms; Posthorn takes ${(interactive.p50 / blank.p50).toFixed(2)} times that`,
      against: '',
      values: { ...blank, ratio: interactive.p50 / blank.p50 },
    },
    {
      what: 'of it our own code in the main process, up to the window',
      result: `p50 ${own.p50.toFixed(0)} ms`,
      against: '50 ms',
      values: { ...own, ratio: own.p50 / 50 },
    },
    memoryRow('memory after the start', { megabytes, processes }),
  ]
}

export const memoryRow = (what: string, { megabytes, processes }: Memory): Row => ({
  what: `${what}, all processes`,
  result: `${megabytes} MB in ${processes} processes`,
  against: '',
  values: { megabytes, processes },
})

const startOnce = (home: string): Promise<Start> =>
  timed(electronArgs(), { POSTHORN_HOME: home, POSTHORN_TIMINGS: '1' })

/** What Electron itself takes here: a window with nothing in it. */
const BLANK = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  window.webContents.once('did-finish-load', () =>
    process.stderr.write(JSON.stringify({ timings: { shown: performance.now() } }) + '\\n'))
  window.loadURL('data:text/html,<main>')
})`

const startBlank = async (): Promise<Start> => {
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-blank-'))
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'blank', main: 'main.js' }))
    writeFileSync(join(folder, 'main.js'), BLANK)
    return await timed([...electronArgs().slice(0, -1), `--user-data-dir=${join(folder, 'data')}`, folder], {})
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts it, reads what it says about itself, and ends it. */
const timed = async (args: string[], more: Record<string, string>): Promise<Start> => {
  const child = spawn(electronPath(), args, {
    env: { ...cleanEnvironment(), ...more },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const timings = await readTimings(child)
  const memory = memoryOf(child.pid ?? 0)
  child.kill('SIGTERM')
  await once(child, 'exit')
  return { timings, memory }
}

/** Of a process and all that it started. */
export const memoryOf = (pid: number): Memory => {
  const shares = treeOf(pid).map(residentKilobytes)
  return { megabytes: Math.round(shares.reduce((sum, one) => sum + one, 0) / 1024), processes: shares.length }
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
