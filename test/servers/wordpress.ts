import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './pds.ts'

/** People of the site, each allowed less than the one before. */
export const WORDPRESS_USERS = ['admin', 'author', 'contributor'] as const
export type WordPressUser = (typeof WORDPRESS_USERS)[number]

/** A real WordPress on loopback that keeps its data in SQLite, in a folder of its own. Its zone is New York's. */
export type WordPress = {
  /** `http://127.0.0.1:PORT`. */
  url: string
  port: number
  /** Application passwords, as the site shows them. */
  passwords: Readonly<Record<WordPressUser, string>>
  /** Does what is due there: publishes what it was to publish by now. */
  runDue(): Promise<void>
  /** Ends it and removes the data. */
  close(): Promise<void>
}

/** Why there is no WordPress here; null when there is one. The set-up of the tests finds it, see `resources/setup/wordpress.js`. */
export const whyNoWordPress = (): string | null =>
  process.env['POSTHORN_WORDPRESS'] && process.env['POSTHORN_PHP']
    ? null
    : (process.env['POSTHORN_WORDPRESS_MISSING'] ?? 'POSTHORN_WORDPRESS and POSTHORN_PHP do not name the site and PHP.')

export const startWordPress = async (): Promise<WordPress> => {
  const code = process.env['POSTHORN_WORDPRESS'] ?? ''
  const php = process.env['POSTHORN_PHP'] ?? ''
  const data = mkdtempSync(join(tmpdir(), 'posthorn-wordpress-'))
  mkdirSync(join(data, 'uploads'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, WORDPRESS_CODE: code, WORDPRESS_DATA: data, WORDPRESS_URL: url }
  // Read once, its code is kept while the server runs: that is most of the time of a request.
  const quick = ['opcache.enable_cli=1', 'opcache.memory_consumption=128', 'opcache.max_accelerated_files=4000']
  const told = ['display_errors=0', 'upload_max_filesize=8M', 'post_max_size=12M', ...quick].flatMap((one) => [
    '-d',
    one,
  ])
  const install = [...told, join(import.meta.dirname, 'wordpress-install.php')]
  const { stdout } = await promisify(execFile)(php, install, { env })
  const passwords = JSON.parse(stdout) as Record<WordPressUser, string>
  const router = join(import.meta.dirname, 'wordpress-router.php')
  const child = spawn(php, [...told, '-S', `127.0.0.1:${port}`, '-t', code, router], { env, stdio: 'ignore' })
  await answering(child, url)
  return {
    url,
    port,
    passwords,
    runDue: async () => {
      const answer = await fetch(`${url}/wp-cron.php?doing_wp_cron`)
      await answer.arrayBuffer()
    },
    close: async () => {
      await end(child)
      rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const answering = async (child: ChildProcess, url: string): Promise<void> => {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/wp-json/`).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`WordPress did not start and ended with ${child.exitCode}`)
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}
