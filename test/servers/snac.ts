import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './pds.ts'

/** A real server that speaks Mastodon's API, on loopback, with data of its own. */
export type Snac = {
  /** `http://127.0.0.1:PORT`. */
  url: string
  port: number
  /** Makes an account and a token that may read and write. */
  createAccount(name: string): Promise<string>
  /** All that stands of an account, read from the server's own files: its API tells the newest few hundred alone. */
  notes(name: string): { text: string; files: number }[]
  /** Ends the server at once. Its data stays. */
  stop(): Promise<void>
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>
  /** Ends it and removes the data. */
  close(): Promise<void>
}

/** Why there is no snac here; null when there is one. The set-up of the tests finds it, see `resources/setup/snac.js`. */
export const whyNoSnac = (): string | null =>
  process.env['POSTHORN_SNAC']
    ? null
    : (process.env['POSTHORN_SNAC_MISSING'] ?? 'POSTHORN_SNAC does not name the program.')

export const startSnac = async (): Promise<Snac> => {
  const program = process.env['POSTHORN_SNAC'] ?? ''
  const data = join(mkdtempSync(join(tmpdir(), 'posthorn-snac-')), 'data')
  const port = await freePort()
  await run(program, ['init', data], ['127.0.0.1', port, `127.0.0.1:${port}`, '', ''].join('\n') + '\n')
  const settings = join(data, 'server.json')
  const made = JSON.parse(readFileSync(settings, 'utf8')) as object
  // What it cannot deliver to other servers, here all there is, must not keep its few threads.
  const alone = { queue_timeout: 1, queue_timeout_2: 1 }
  writeFileSync(settings, JSON.stringify({ ...made, ...alone, protocol: 'http', disable_sandbox: true }))
  const url = `http://127.0.0.1:${port}`
  let child = await start(program, data, url)
  return {
    url,
    port,
    createAccount: async (name) => {
      const told = await run(program, ['adduser', data, name], '')
      return tokenFor(url, name, /password is (\S+)/.exec(told)?.[1] ?? '')
    },
    notes: (name) => {
      const folder = join(data, 'user', name, 'public')
      return readdirSync(folder).map((file) => {
        const note = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
          sourceContent: string
          attachment?: object[]
        }
        return { text: note.sourceContent, files: note.attachment?.length ?? 0 }
      })
    },
    stop: () => end(child),
    restart: async () => {
      await end(child)
      child = await start(program, data, url)
    },
    close: async () => {
      await end(child)
      rmSync(join(data, '..'), { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const run = (program: string, args: string[], input: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile(program, args, (error, stdout, stderr) => {
      if (error) reject(new Error(`snac ${args.join(' ')}: ${stderr}`, { cause: error }))
      else resolve(`${stdout}${stderr}`)
    })
    child.stdin?.end(input)
  })

const start = async (program: string, data: string, url: string): Promise<ChildProcess> => {
  const child = spawn(program, ['httpd', data], { stdio: 'ignore' })
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/api/v1/instance`, { headers: { connection: 'close' } }).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok) return child
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`snac did not start and ended with ${child.exitCode}`)
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

const BACK = 'http://127.0.0.1:9/back'

/** Signs in as a browser would: the application, the form, the code, the token. */
const tokenFor = async (url: string, login: string, passwd: string): Promise<string> => {
  const post = async (path: string, fields: Record<string, string>) =>
    fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { connection: 'close' },
      body: new URLSearchParams(fields),
    })
  const application = await post('/api/v1/apps', { client_name: 'test', redirect_uris: BACK, scopes: 'read write' })
  const client = (await application.json()) as { client_id: string; client_secret: string }
  const form = { login, passwd, redir: BACK, cid: client.client_id, state: '' }
  const back = (await post('/oauth/x-snac-login', form)).headers.get('location') ?? BACK
  const code = new URL(back).searchParams.get('code') ?? ''
  const asked = { ...client, grant_type: 'authorization_code', code, redirect_uri: BACK, scope: 'read write' }
  const { access_token: token } = (await (await post('/oauth/token', asked)).json()) as { access_token: string }
  return token
}
