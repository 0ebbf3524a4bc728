import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log } from '../core/ports.ts'
import { redact } from '../core/redact.ts'

/** In bytes; with the three older files a log takes at most 20 MB. */
const LARGEST = 5 * 1024 * 1024
const OLDER = 3

/**
 * Writes what happens to `posthorn.log` in the folder, one JSON object a line, secrets taken out. A full file becomes
 * `posthorn.1.log`. A disk that refuses costs the line, never the work that was to be logged.
 */
export const createLogFile = (folder: string, clock: Clock): Log => {
  const path = (age: number) => join(folder, age === 0 ? 'posthorn.log' : `posthorn.${age}.log`)
  let size: number | null = null

  const rotate = () => {
    for (let age = OLDER - 1; age >= 0; age -= 1) {
      try {
        renameSync(path(age), path(age + 1))
      } catch {
        // Not there yet.
      }
    }
    size = 0
  }

  const write = (level: keyof Log, message: string, about: Record<string, unknown> = {}) => {
    const entry = { at: new Date(clock.now()).toISOString(), level, message: redact(message), ...Object(redact(about)) }
    try {
      const line = `${JSON.stringify(entry)}\n`
      if (size === null) {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        size = statSync(path(0), { throwIfNoEntry: false })?.size ?? 0
      }
      if (size + line.length > LARGEST) rotate()
      appendFileSync(path(0), line, { mode: 0o600 })
      size += Buffer.byteLength(line)
    } catch {
      // There is no one left to tell.
    }
  }

  return {
    info: (message, about) => write('info', message, about),
    warn: (message, about) => write('warn', message, about),
    error: (message, about) => write('error', message, about),
  }
}
