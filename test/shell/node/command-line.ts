import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** The bundled command line; where nobody bundled it, its sources. */
export const CLI =
  process.env['POSTHORN_TEST_COMMAND'] ?? resolve(import.meta.dirname, '../../../src-main/shell/node/cli.ts')

export type Ended = {
  code: number | null
  stdout: string
  stderr: string
  /** Standard output as the one JSON document it has to be. */
  json: unknown
}

type Options = { env?: Record<string, string>; stdin?: string; cwd?: string }

const start = (args: readonly string[], { env = {}, cwd }: Options) =>
  spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...env },
    stdio: 'pipe',
    ...(cwd === undefined ? {} : { cwd }),
  })

/** Runs one command in a process of its own, on this data folder. */
export const posthorn = async (home: string, args: readonly string[], options: Options = {}): Promise<Ended> => {
  const child = start(args, { ...options, env: { POSTHORN_HOME: home, ...options.env } })
  child.stdin.end(options.stdin ?? '')
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return {
    code: code as number | null,
    stdout,
    stderr,
    get json(): unknown {
      return JSON.parse(stdout)
    },
  }
}

export type Server = {
  url: string
  token: string
  pid: number
  /** What it has said on stderr so far. */
  said(): string
  /** Sends the signal and waits for the end; gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts `posthorn serve --port 0 --json` on this data folder and waits for its first line. */
export const startServer = async (home: string, options: Options = {}): Promise<Server> => {
  const child = start(['serve', '--port', '0', '--json'], { ...options, env: { POSTHORN_HOME: home, ...options.env } })
  const exited = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(() => {
      throw new Error(`serve ended: ${said}`)
    }),
  ])) as [string]
  const { url, token } = JSON.parse(line) as { url: string; token: string }
  return {
    url,
    token,
    pid: child.pid ?? 0,
    said: () => said,
    end: async (signal) => {
      child.kill(signal)
      const [code] = (await exited) as [number | null]
      return code
    },
  }
}
