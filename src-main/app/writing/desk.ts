import type { Settings } from '../../../src-preload/contract/model/settings.ts'
import type { Suggestion } from '../../../src-preload/contract/model/writing.ts'
import type { Brief, Writer, Writers } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'
import type { ServerKey } from './server-key.ts'
import { because } from '../../core/told.ts'

/** Writes for a brief; each suggestion is signed and has passed the brief's own judgement. */
export type Write = (brief: Brief) => Promise<Suggestion[]>

/** Who writes, as the settings say. Where a model gives fewer than asked for, the built-in writer adds the rest. */
export const findDesk = async (
  writers: Writers,
  { provider, url, model }: Settings['writing'],
  key: ServerKey,
): Promise<{ write: Write }> => {
  if (provider === 'built-in') return { write: (brief) => writeBy(writers.builtIn, brief) }
  if (model.trim() === '' || !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) return chooseFirst()
  const server = writers.server({ url, model, key: await key.read(url) })
  return {
    write: async (brief) => {
      const written = await writeBy(server, brief)
      if (written.length >= brief.count) return written
      const known = new Set(written.map(({ text }) => text))
      const more = await writeBy(writers.builtIn, brief)
      return [...written, ...more.filter(({ text }) => !known.has(text))].slice(0, brief.count)
    },
  }
}

const writeBy = async (writer: Writer, brief: Brief): Promise<Suggestion[]> => {
  const captions = await writer.write(brief)
  const fit = await Promise.all(captions.map(({ text }) => brief.fits(text)))
  return captions.filter((_, index) => fit[index] === true).map((caption) => ({ ...caption, provider: writer.name }))
}

const chooseFirst = (): never =>
  refuse(
    'invalid-input',
    'No writing server is chosen.',
    'Enter its address and the name of a model in the settings, or use the built-in writer.',
    { field: 'writing', told: because('writer-none') },
  )
