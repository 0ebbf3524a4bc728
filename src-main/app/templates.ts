import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Template } from '../../src-preload/contract/model/template.ts'
import type { Handlers } from '../core/gate.ts'
import type { TemplateRecord } from '../core/records.ts'
import { refuse } from '../core/refusal.ts'
import type { Parts } from './parts.ts'
import { isoInstant } from './views.ts'
import { because } from '../core/told.ts'

/** Texts to begin with, and sets of hashtags. */
export const createTemplateHandlers = ({ world, announcer }: Pick<Parts, 'world' | 'announcer'>) => {
  const { store, clock, ids } = world

  const save = async ({ templateId, kind, name, text }: Parsed<'templates.save'>): Promise<Template> => {
    const saved = await store.transaction(async (within) => {
      const known = await within.templates.list()
      const before = templateId === undefined ? null : find(known, templateId)
      const key = nameKey(name)
      if (known.some((one) => one.id !== templateId && one.kind === kind && nameKey(one.name) === key)) {
        refuse('invalid-input', `There is one named "${name}" already.`, 'Choose another name.', {
          field: 'name',
          told: because('template-name-taken', { name }),
        })
      }
      const record: TemplateRecord = {
        id: before?.id ?? ids.make('tpl'),
        kind,
        name,
        text,
        createdAt: before?.createdAt ?? clock.now(),
      }
      await within.templates.put(record)
      return record
    })
    announcer.emit({ kind: 'templates-changed' })
    return templateView(saved)
  }

  return {
    'templates.list': async () => ({ entries: (await store.templates.list()).map(templateView) }),
    'templates.save': save,
    'templates.remove': async ({ templateId }) => {
      find(await store.templates.list(), templateId)
      await store.templates.remove(templateId)
      announcer.emit({ kind: 'templates-changed' })
      return { done: true }
    },
  } satisfies Partial<Handlers>
}

const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase()

const find = (known: readonly TemplateRecord[], id: string): TemplateRecord =>
  known.find((one) => one.id === id) ??
  refuse('not-found', 'There is no such template any more.', 'Choose another one.', { told: because('template-gone') })

const templateView = (record: TemplateRecord): Template => ({ ...record, createdAt: isoInstant(record.createdAt) })
