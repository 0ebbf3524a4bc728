import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real Bluesky server with its directory of identities, on loopback, with data of its own. */
export type Pds = {
  /** `http://127.0.0.1:PORT`. */
  url: string
  /** Where its directory of identities is. */
  directory: string
  /** Makes an account such as `alice.test`; posts are made with the app password. */
  createAccount(handle: string, password: string): Promise<PdsAccount>
  /** Ends the server at once, as a crash does. Its data stays. */
  stop(): Promise<void>
  /** Starts it again on the same port with the same data; ends it before, if it runs. */
  restart(): Promise<void>
  /** Ends everything and removes the data. */
  close(): Promise<void>
}
export type PdsAccount = { did: string; handle: string; password: string; appPassword: string }

/**
 * Starts a server; `rateLimits`: one that minds how often it is asked. Needs `POSTHORN_TEST_SERVERS`: the folder in which the packages of `test/servers/package.json` are
 * installed.
 */
export const startPds = async ({ rateLimits = false } = {}): Promise<Pds> => {
  const data = mkdtempSync(join(tmpdir(), 'posthorn-pds-'))
  const [plcPort, port] = [await freePort(), await freePort()]
  const plc = await start('plc-process.mjs', String(plcPort))
  const settings = {
    devMode: true,
    port,
    hostname: 'localhost',
    serviceHandleDomains: ['.test'],
    dataDirectory: data,
    blobstoreDiskLocation: join(data, 'blobs'),
    didPlcUrl: `http://localhost:${plcPort}`,
    jwtSecret: randomBytes(16).toString('hex'),
    dpopSecret: randomBytes(32).toString('hex'),
    adminPassword: randomBytes(16).toString('hex'),
    plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
    inviteRequired: false,
    disableSsrfProtection: true,
    crawlers: [],
    rateLimitsEnabled: rateLimits,
  }
  const run = () => start('pds-process.mjs', JSON.stringify(settings))
  let pds = await run()
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    directory: settings.didPlcUrl,
    createAccount: async (handle, password) => {
      const email = `${handle.replaceAll('.', '-')}@example.com`
      const made = await call(url, 'com.atproto.server.createAccount', { handle, email, password })
      const app = await call(url, 'com.atproto.server.createAppPassword', { name: 'test' }, made['accessJwt'])
      return { did: made['did'] ?? '', handle, password, appPassword: app['password'] ?? '' }
    },
    stop: () => end(pds),
    restart: async () => {
      await end(pds)
      pds = await run()
    },
    close: async () => {
      await end(pds)
      await end(plc)
      rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A port that is free now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const start = async (script: string, argument: string): Promise<ChildProcess> => {
  if (!process.env['POSTHORN_TEST_SERVERS']) {
    throw new Error('POSTHORN_TEST_SERVERS must name the folder where the packages of test/servers are installed')
  }
  const child = fork(join(import.meta.dirname, script), [argument], {
    env: { ...process.env, LOG_ENABLED: 'false', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += String(chunk)))
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${script} did not start: ${complaint}`)
  })
  await Promise.race([once(child, 'message'), ended])
  ended.catch(() => {})
  return child
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

const call = async (url: string, method: string, input: object, token?: string): Promise<Record<string, string>> => {
  const response = await fetch(`${url}/xrpc/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(input),
  })
  if (!response.ok) throw new Error(`${method}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Record<string, string>
}
