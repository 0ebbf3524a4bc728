import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChild } from './child.ts'
import { median } from './measure.ts'
import { installPeers } from './install-peers.ts'
import type { Row } from './report.ts'

const ROUNDS = 5

type Run = { ms: number; cpuMs: number }

/**
 * Claims and completes so many jobs with each queue, in turns, so that a busy disk is everyone's. Durations are
 * medians of the rounds; calls that bring data to the disk are counted with strace, in a run that is not timed.
 */
export const measureQueues = (jobs: number): Row[] => {
  const peers = installPeers()
  const kinds = ['reference', 'posthorn', ...('folder' in peers ? ['plainjob'] : [])]
  const argsOf = (kind: string, many: number) => [kind, String(many), 'folder' in peers ? peers.folder : '']
  const runs = new Map<string, Run[]>(kinds.map((kind) => [kind, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of kinds) runs.get(kind)?.push(runChild<Run>('queue-child.ts', argsOf(kind, jobs)))
  }
  const perSecond = (kind: string) => jobs / (median((runs.get(kind) ?? []).map((run) => run.ms)) / 1000)
  const measured = kinds.map((kind) => {
    const rate = perSecond(kind)
    const ratio = rate / perSecond('reference')
    const syncs = syncsPerJob((many) => argsOf(kind, many), Math.min(jobs, 2000))
    const cpu = median((runs.get(kind) ?? []).map((run) => run.cpuMs / jobs)) * 1000
    return {
      what: `claim and complete, ${NAMES[kind] ?? kind}`,
      result: `${Math.round(rate).toLocaleString('en')} jobs/s, ${ratio.toFixed(2)} of the reference, ${
        syncs === null ? 'syncs not counted (no strace)' : `${syncs.toFixed(3)} fsyncs a job`
      }, ${cpu.toFixed(0)} µs of processor a job`,
      against: kind === 'posthorn' ? '1.02 fsyncs a job' : '',
      values: { rate, ratio, syncs: syncs ?? 'not counted', cpu },
    }
  })
  return 'folder' in peers ? [...measured, LITEQUE] : [...measured, missing(peers.why), LITEQUE]
}

const NAMES: Record<string, string> = {
  reference: 'bare better-sqlite3, fused, FULL',
  posthorn: "Posthorn's store, fused, FULL",
  plainjob: 'plainjob 0.0.14, FULL',
}

const missing = (why: string): Row => ({
  what: 'claim and complete, plainjob 0.0.14',
  result: `not measured: ${why}`,
  against: '',
  values: {},
})

const LITEQUE: Row = {
  what: 'claim and complete, liteque 0.8.0',
  result: 'not measured: its transactions return promises, which better-sqlite3 13 refuses',
  against: '',
  values: {},
}

/** Counted over the whole process, less what one without jobs needs. */
const syncsPerJob = (argsOf: (jobs: number) => string[], jobs: number): number | null => {
  if (spawnSync('strace', ['-V']).status !== 0) return null
  return (syncsOf(argsOf(jobs)) - syncsOf(argsOf(0))) / jobs
}

const syncsOf = (args: string[]): number => {
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-strace-'))
  const output = join(folder, 'calls')
  try {
    runChild('queue-child.ts', args, ['strace', '-f', '-q', '-e', 'trace=fsync,fdatasync', '-o', output])
    return readFileSync(output, 'utf8').match(/\b(fsync|fdatasync)\(/g)?.length ?? 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
