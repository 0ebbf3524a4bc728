/*
 * One queue, so many jobs, in a process of its own: node queue-child.ts <kind> <jobs> <peers>. Prints the milliseconds
 * it took to claim and complete them all, and the processor's share of them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timed } from './measure.ts'
import { openPlainjob } from './queues/plainjob.ts'
import { openPosthorn } from './queues/posthorn.ts'
import { openReference } from './queues/reference.ts'

const OPEN = { posthorn: openPosthorn, reference: openReference, plainjob: openPlainjob }

const [kind, jobs, peers] = process.argv.slice(2)
const open = OPEN[kind as keyof typeof OPEN]
const folder = mkdtempSync(join(tmpdir(), 'posthorn-bench-'))
try {
  const queue = await open(folder, peers ?? '')
  await queue.fill(Number(jobs))
  const before = process.cpuUsage()
  const { ms } = await timed(() => queue.drain(Number(jobs)))
  const { user, system } = process.cpuUsage(before)
  await queue.close()
  process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000 }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
