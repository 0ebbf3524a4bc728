import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasAlternative, runtimePath } from '../../resources/setup/alternative-electron.js'
import { errorIn, executableName } from '../../resources/setup/official-electron.js'
import { verifyIntegrity } from '../../resources/setup/unpack.js'

test('of the package only what is Electron goes into the runtime', () => {
  expect(runtimePath('Cypress/Cypress')).toBe('electron')
  expect(runtimePath('Cypress/locales/de.pak')).toBe('locales/de.pak')
  expect(runtimePath('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined()
  expect(runtimePath('Cypress/resources/app/index.js')).toBeUndefined()
  expect(runtimePath('Cypress/resources/app/packages/server/lib/x.js')).toBeUndefined()
})

test('of what the package brings along only the database built for this Electron goes with it', () => {
  const modules = 'resources/app/node_modules'
  const kept = [
    'better-sqlite3/lib/index.js',
    'better-sqlite3/build/Release/better_sqlite3.node',
    'bindings/bindings.js',
  ]
  for (const path of [...kept, 'better-sqlite3/package.json', 'file-uri-to-path/index.js']) {
    expect(runtimePath(`Cypress/${modules}/${path}`)).toBe(`${modules}/${path}`)
  }
  for (const path of ['better-sqlite3/src/better_sqlite3.cpp', 'better-sqlite3/node_modules/node-abi/package.json']) {
    expect(runtimePath(`Cypress/${modules}/${path}`)).toBeUndefined()
  }
})

test('the alternative is for one platform, and none other is promised it', () => {
  expect(hasAlternative('linux', 'x64')).toBe(true)
  expect(hasAlternative('linux', 'arm64')).toBe(false)
  expect(hasAlternative('darwin', 'x64')).toBe(false)
})

test('the executable has its own name on each platform', () => {
  expect(executableName('linux')).toBe('electron')
  expect(executableName('win32')).toBe('electron.exe')
  expect(executableName('darwin')).toBe(join('Electron.app', 'Contents', 'MacOS', 'Electron'))
})

test('of a failed download the reason is told, not the stack', () => {
  expect(errorIn('Downloading...\nTypeError: fetch failed\n    at node:internal/x:1:2\n')).toBe('fetch failed')
  expect(errorIn('HTTPError: Response code 404 (Not Found) for https://example.test/e.zip\n    at a')).toBe(
    'Response code 404 (Not Found) for https://example.test/e.zip',
  )
  expect(errorIn('killed')).toBe('no reason given')
})

test('a download that is not what was published is thrown away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-integrity-'))
  const file = join(folder, 'file')
  try {
    writeFileSync(file, 'hello')
    const integrity = 'sha512-m3HSJL1i83hdltRq0+o9czGb+8KJDKra4t/3JRlnPKcjI8PZm6XBHXx6zG4UuMXaDEZjR1wuXDre9G9zvN7AQw=='
    await verifyIntegrity(file, integrity)
    expect(existsSync(file)).toBe(true)
    writeFileSync(file, 'hullo')
    await expect(verifyIntegrity(file, integrity)).rejects.toThrow('thrown away')
    expect(existsSync(file)).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
