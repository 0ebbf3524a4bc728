import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { startInBackground } from '../../resources/setup/background-process.js'
import { within } from '../../resources/setup/desktop-surroundings.js'
import { run } from '../../resources/setup/run-command.js'

const node = process.execPath
const capture = { output: 'capture' as const }

test('a command is run to its end, with what it wrote on both sides and its exit code', async () => {
  const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
  const { code, output, timedOut } = await run(node, ['-e', script], capture)
  expect({ code, timedOut }).toEqual({ code: 3, timedOut: false })
  expect(output.split('\n').toSorted()).toEqual(['', 'err', 'out'])
})

test('a command that takes too long is stopped, and that is told', async () => {
  const { code, timedOut } = await run(node, ['-e', 'setInterval(() => {}, 1000)'], { ...capture, timeLimit: 300 })
  expect(timedOut).toBe(true)
  expect(code).not.toBe(0)
})

test('a command that ends by a signal has the code that shells give it', async () => {
  const { code } = await run(node, ['-e', 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)'], capture)
  expect(code).toBe(143)
})

test('a program in the background has said that it is ready, and is gone once stopped', async () => {
  const script = 'console.log(process.pid); setInterval(() => {}, 1000)'
  const program = await startInBackground(node, ['-e', script], { env: process.env, answersOn: 1 })
  const pid = Number(program.said)
  expect(process.kill(pid, 0)).toBe(true)
  await program.stop()
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('a program in the background that ends at once is told with its own complaint', async () => {
  const start = startInBackground(node, ['-e', 'console.error("no screen"); process.exit(1)'], {
    env: process.env,
    answersOn: 1,
  })
  await expect(start).rejects.toThrow('could not be started: no screen')
})

test('surroundings go up in order, see what those before them set, and come down in the other order', async () => {
  const seen: string[] = []
  const surrounding = (name: string) => async (env: NodeJS.ProcessEnv) => {
    seen.push(`${name} up with ${env['BEFORE'] ?? 'nothing'}`)
    const stop = async () => void seen.push(`${name} down`)
    return { env: { BEFORE: name }, stop }
  }
  const body = async (env: NodeJS.ProcessEnv) => {
    seen.push(`body with ${env['BEFORE']}`)
    throw new Error('body failed')
  }
  await expect(within([surrounding('screen'), surrounding('bus')], {}, body)).rejects.toThrow('body failed')
  expect(seen).toEqual(['screen up with nothing', 'bus up with screen', 'body with bus', 'bus down', 'screen down'])
})

test('what npm started ends in an orderly way once npm is gone', async () => {
  const watcher = pathToFileURL('resources/setup/end-with-npm.js').href
  const started = `
    import { endWithNpm } from ${JSON.stringify(watcher)}
    process.on('SIGTERM', () => process.exit(0))
    setInterval(() => {}, 1000)
    endWithNpm()
    console.log(process.pid)`
  // It says that it runs, and then the shell between is gone, as when somebody stops npm.
  const between = `
    const child = require('node:child_process').spawn(process.execPath,
      ['--input-type=module', '-e', ${JSON.stringify(started)}], { stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.once('data', (pid) => process.stdout.write(pid, () => process.exit(0)))`
  const env = { ...process.env, npm_lifecycle_event: 'start' }
  const { output } = await run(node, ['-e', between], { ...capture, env })
  const pid = Number(output)
  expect(process.kill(pid, 0)).toBe(true)
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
})

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
