import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { trustAuthority } from '../../servers/certificates.ts'
import { channelNamed, draftOf, tools } from '../channel-world.ts'
import { assertTrial } from './assert-trial.ts'
import { TRIED } from './faults.ts'
import { SAMPLE_FILES } from './sample-files.ts'
import type { Subject } from './subject.ts'
import { openLine, simpleDraft, type Trial, tryOut } from './trial.ts'

/** Scripts in which lengths are counted differently by somebody. */
const SCRIPTS = { Latin: 'a', accented: 'é', Japanese: 'あ', emoji: '👍', family: '👨‍👩‍👧' }

/** A line of the table of faults. */
export type Row = Trial & { channel: string; server: string }

/** What every channel promises; what each fault came to is added to the rows. */
export const conform = (subject: Subject, table: Row[]): void => {
  const { key, apart = {} } = subject
  const canBeAsked = channelNamed(key).lookup !== undefined && subject.mute === undefined

  test(
    'through every fault a post stands once or not at all, and the person is told the truth',
    { timeout: 90_000 },
    async () => {
      onTestFinished(trustAuthority())
      const line = await openLine(subject)
      const secrets = [line.account.secret ?? '', line.account.session ?? ''].filter((secret) => secret.length > 5)
      const rows: Row[] = []
      for (const fault of TRIED.filter((one) => !(one in apart))) {
        const trial = await tryOut(subject, line, await simpleDraft(subject, `meets ${fault}`), fault)
        expect(trial.struck, `${fault} found no request`).toBe(true)
        assertTrial(trial, canBeAsked, secrets)
        rows.push({ channel: key, server: subject.server, ...trial })
      }
      keepRows(`${key} ${subject.server}`.replace(/[^\w.]+/g, '-'), rows)
      table.push(...rows)
    },
  )

  test('a clock a day wrong, either way, is no hindrance', async () => {
    const line = await openLine(subject)
    for (const [name, shift] of Object.entries({ fast: 86_400_000, slow: -86_400_000 })) {
      if (`clock ${name}` in apart) continue
      const skewed = channelNamed(key, { clock: { ...tools.clock, now: () => Date.now() + shift } })
      const trial = await tryOut(subject, line, await simpleDraft(subject, `by a ${name} clock`), 'none', skewed)
      assertTrial(trial, canBeAsked, [])
    }
  })

  // Limits reach from a few hundred characters to most of a megabyte.
  test('a text is taken up to its limit in every script, and not beyond', { timeout: 30_000 }, async () => {
    const [channel, line] = [channelNamed(key), await openLine(subject)]
    const simple = await simpleDraft(subject, '')
    const judge = async (text: string) =>
      channel.check(draftOf({ ...simple, text, thread: false }), line.account.settings)
    const { count } = await judge('a')
    if (count === null) {
      expect((await judge('a'.repeat(100_000))).problems.map(({ code }) => code)).not.toContain('text-too-long')
      return
    }
    for (const [script, letter] of Object.entries(SCRIPTS)) {
      const fits = async (times: number) =>
        !(await judge(letter.repeat(times))).problems.some(({ code }) => code === 'text-too-long')
      // Most count each letter alike: then the limit is where it is reckoned, and long texts are judged but a few times.
      const each = ((await judge(letter.repeat(100))).count?.used ?? 100) / 100
      const guess = Math.max(1, Math.floor(count.max / each))
      let [low, high] = [1, guess - 1]
      if (await fits(guess)) [low, high] = (await fits(guess + 1)) ? [guess + 1, count.max + 1] : [guess, guess]
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if (await fits(middle)) low = middle
        else high = middle - 1
      }
      const at = await judge(letter.repeat(low))
      expect(at.count?.used, script).toBeLessThanOrEqual(at.count?.max ?? 0)
      expect(await fits(low + 1), script).toBe(false)
      const over = await judge(letter.repeat(low + 1))
      expect(
        over.problems.find(({ code }) => code === 'text-too-long'),
        script,
      ).toMatchObject({ severity: 'error' })
    }
  })

  test('files are taken from none to its most, and not one more', async () => {
    const [channel, line] = [channelNamed(key), await openLine(subject)]
    const { media } = channel.descriptor
    const simple = await simpleDraft(subject, 'With files')
    const image = await SAMPLE_FILES.image()
    const errors = async (count: number) =>
      (
        await channel.check({ ...simple, media: Array.from({ length: count }, () => image) }, line.account.settings)
      ).problems.filter(({ severity, field }) => severity === 'error' && field === 'media')
    expect(await errors(media.max + 1), 'one too many').not.toEqual([])
    // Where a video is needed, an image may only stand beside it.
    if (media.mimes.includes('image/jpeg') && subject.simple?.media !== 'video')
      expect(await errors(1), 'one').toEqual([])
    if (!subject.simple?.media) expect(await errors(0), 'none').toEqual([])
  })
}

/** The rows of the table of faults, for whoever wants to read it. */
const keepRows = (name: string, rows: readonly Row[]): void => {
  const folder = join(import.meta.dirname, '../../artifacts/faults')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(rows, null, 2))
}
