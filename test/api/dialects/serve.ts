import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CLI, posthorn } from '../../shell/node/command-line.ts'

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> }

export type Serve = {
  url(): string
  home: string
  /** Makes a key as a person does; each has limits of its own. */
  key(kind?: 'live' | 'test'): Promise<string>
  /** Ends the process, by a signal or by force, and starts another on the same folder. */
  restart(signal?: NodeJS.Signals): Promise<void>
  close(): Promise<void>
}

/** `posthorn serve` as a process of its own on a new folder. */
export const openServe = async (): Promise<Serve> => {
  const home = await mkdtemp(join(tmpdir(), 'posthorn-dialects-'))
  let running = await start(home)
  return {
    url: () => running.url,
    home,
    key: async (kind = 'test') => {
      const line = ['keys', 'create', '--name', `k${Math.random()}`, ...(kind === 'test' ? ['--test'] : []), '--json']
      return ((await posthorn(home, line)).json as { key: string }).key
    },
    restart: async (signal = 'SIGTERM') => {
      await running.end(signal)
      running = await start(home)
    },
    close: async () => {
      await running.end('SIGTERM')
      await rm(home, { recursive: true, force: true })
    },
  }
}

const start = async (home: string) => {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--json'], {
    env: { ...process.env, POSTHORN_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(() => {
      throw new Error(`serve ended: ${said}`)
    }),
  ])) as [string]
  return {
    url: (JSON.parse(line) as { url: string }).url,
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      await exited
    },
  }
}

/** Speaks to one dialect with one key. */
export const speaker =
  (serve: Serve, basePath: string, key: string) =>
  async (
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const response = await fetch(`${serve.url()}${basePath}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, unknown>,
    }
  }
export type Speak = ReturnType<typeof speaker>

/** An instant so many hours from now. */
export const ahead = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
