import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Runs one of the benchmark's own programs and returns what it printed; `under` puts another program around it. */
export const runChild = <T>(program: string, args: readonly string[], under: readonly string[] = []): T => {
  const [command = process.execPath, ...rest] = [
    ...under,
    process.execPath,
    join(import.meta.dirname, program),
    ...args,
  ]
  const child = spawnSync(command, rest, { encoding: 'utf8', timeout: 600_000 })
  if (child.status !== 0) throw new Error(child.error?.message ?? child.stderr.trim().split('\n').slice(-3).join(' '))
  return JSON.parse(child.stdout) as T
}
