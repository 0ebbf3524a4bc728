import { expect, test } from 'vitest'
import { fontsMissingFrom, named } from '../../resources/setup/missing-parts.js'
import { isListed, missingFrom } from '../../resources/setup/shared-libraries.js'
import { advice, packagesOf } from '../../resources/setup/system-libraries.js'

const ldd = `
	linux-vdso.so.1 (0x00007ffd4b5f2000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f1)
	libgtk-3.so.0 => not found
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2)
`
const missing = named(['libgtk-3.so.0', 'libgdk-3.so.0', 'libnss3.so'])

test('the missing libraries are read off what ldd says', () => {
  expect(missingFrom(ldd)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  expect(missingFrom('\tstatically linked\n')).toEqual([])
})

test('a library is known to the linker by its whole name only', () => {
  const cache = '\tlibnotify.so.4 (libc6,x86-64) => /lib/libnotify.so.4\n\tlibsecret-1.so.0.1 (libc6) => /x\n'
  expect(isListed(cache, 'libnotify.so.4')).toBe(true)
  expect(isListed(cache, 'libsecret-1.so.0')).toBe(false)
})

test('each library leads to its package, named once', () => {
  expect(packagesOf(missing)).toEqual(['libgtk-3-0', 'libnss3'])
})

test('the advice on Debian is one command that can be pasted', () => {
  expect(advice(missing, true)).toBe(
    'This system lacks libgtk-3.so.0, libgdk-3.so.0, libnss3.so. Run: sudo apt-get update && sudo apt-get install -y libgtk-3-0 libnss3',
  )
})

test('elsewhere the advice names the libraries and what Debian calls their packages', () => {
  expect(advice(missing, false)).toContain('package manager (Debian calls the packages libgtk-3-0 libnss3)')
})

test('a library nobody has heard of is told by its name, and is needed', () => {
  const unknown = named(['libnew.so.9'])
  expect(unknown).toEqual([{ name: 'libnew.so.9', debian: '', needed: true }])
  expect(packagesOf(unknown)).toEqual([])
  expect(advice(unknown, true)).toContain('lacks libnew.so.9')
})

test('a font for text is needed, one for emoji is wanted', () => {
  const shortage = (families: string) => fontsMissingFrom(families).map(({ name, needed }) => ({ name, needed }))
  const font = { name: 'a font', needed: true }
  const emoji = { name: 'an emoji font', needed: false }
  expect(shortage('')).toEqual([font, emoji])
  expect(shortage('DejaVu Sans\n')).toEqual([emoji])
  expect(shortage('Noto Color Emoji\n')).toEqual([font])
  expect(shortage('DejaVu Sans\nNoto Color Emoji\n')).toEqual([])
})
