import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeyFileVault } from '../../src-main/shell/key-file-vault.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('opens whatever it sealed', async () => {
  const vault = createKeyFileVault(join(await temporaryFolder(), 'secret.key'))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
      expect(vault.open(vault.seal(plain))).toBe(plain)
    }),
  )
})

test('opens in a later run what an earlier one sealed', async () => {
  const path = join(await temporaryFolder(), 'secret.key')
  const sealed = createKeyFileVault(path).seal('app password')
  expect(createKeyFileVault(path).open(sealed)).toBe('app password')
})

test('makes a key of 32 bytes only when one is needed, readable by its owner alone', async () => {
  const path = join(await temporaryFolder(), 'secret.key')
  const vault = createKeyFileVault(path)
  await expect(stat(path)).rejects.toThrow('ENOENT')
  vault.seal('x')
  const { mode, size } = await stat(path)
  expect(size).toBe(32)
  if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600)
})

test('never seals the same text to the same bytes, nor shows it', async () => {
  const vault = createKeyFileVault(join(await temporaryFolder(), 'secret.key'))
  const [one, other] = [Buffer.from(vault.seal('app password')), Buffer.from(vault.seal('app password'))]
  expect(one.equals(other)).toBe(false)
  expect(one.includes('app password')).toBe(false)
})

test('does not open what another key sealed', async () => {
  const folder = await temporaryFolder()
  const sealed = createKeyFileVault(join(folder, 'one.key')).seal('app password')
  const other = createKeyFileVault(join(folder, 'other.key'))
  other.seal('makes its key')
  expect(() => other.open(sealed)).toThrow('does not open this secret')
})

test('does not open what was changed, at whatever place', async () => {
  const vault = createKeyFileVault(join(await temporaryFolder(), 'secret.key'))
  const sealed = vault.seal('app password')
  for (const index of sealed.keys()) {
    const changed = Uint8Array.from(sealed)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(() => vault.open(changed)).toThrow('does not open this secret')
  }
  expect(() => vault.open(sealed.subarray(0, 20))).toThrow('does not open this secret')
  expect(() => vault.open(new Uint8Array())).toThrow('does not open this secret')
})

test('says so when the key file is gone', async () => {
  const folder = await temporaryFolder()
  const sealed = createKeyFileVault(join(folder, 'secret.key')).seal('x')
  expect(() => createKeyFileVault(join(folder, 'gone.key')).open(sealed)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'secret-unreadable' }) }),
  )
})

test.skipIf(process.platform === 'win32')('refuses a key file that other people can read', async () => {
  const path = join(await temporaryFolder(), 'secret.key')
  createKeyFileVault(path).seal('x')
  await chmod(path, 0o640)
  expect(() => createKeyFileVault(path).seal('x')).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ code: 'keychain-unavailable', next: `Run: chmod 600 "${path}"` }),
    }),
  )
})

test('refuses a file that is no key, and leaves it as it is', async () => {
  const path = join(await temporaryFolder(), 'secret.key')
  await writeFile(path, 'not a key', { mode: 0o600 })
  expect(() => createKeyFileVault(path).seal('x')).toThrow('is not a key')
  expect(await readFile(path, 'utf8')).toBe('not a key')
})
