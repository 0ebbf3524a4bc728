import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apartFromAll } from '../faults.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'folder',
  server: 'a folder of this computer',
  publishes: 'no request',
  apart: apartFromAll('it is a folder, there is no line'),
  open: () => {
    const path = mkdtempSync(join(tmpdir(), 'posthorn-folder-'))
    return Promise.resolve({
      origin: 'http://127.0.0.1:9',
      account: () =>
        Promise.resolve({ settings: { path, title: 'A site', link: 'https://site.example' }, secret: null }),
      standing: () => Promise.resolve(readdirSync(path).filter((name) => name.endsWith('.md')).length),
      close: () => Promise.resolve(rmSync(path, { recursive: true, force: true })),
    })
  },
}
