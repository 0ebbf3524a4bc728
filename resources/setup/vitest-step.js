import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.js'
import { countTests } from './test-report.js'
import { runTool } from './tool.js'

/**
 * Runs one project of test/vitest.config.ts, and those whose names begin with its own, and counts its tests from the report the runner writes.
 *
 * @param {'rules' | 'servers' | 'journeys'} project
 * @param {NodeJS.ProcessEnv} [env]
 * @param {readonly string[]} [args] for Vitest, such as a file's name
 * @returns {Promise<import('./step.js').Count>}
 */
export async function runVitest(project, env, args = []) {
  const file = join(root, 'test', 'artifacts', 'reports', `${project}.json`)
  // An old report must not be taken for this run's.
  rmSync(file, { force: true })
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const all = ['run', '--config', 'test/vitest.config.ts', '--project', `${project}*`, ...reporting, ...args]
  const { code } = await runTool('vitest', all, env === undefined ? {} : { env })
  return countTests(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code)
}
