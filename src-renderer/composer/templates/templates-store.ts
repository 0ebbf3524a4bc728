import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../../src-preload/contract/bridge.ts'
import type { Event } from '../../../src-preload/contract/events.ts'
import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Input } from '../../../src-preload/contract/methods.ts'
import type { Template } from '../../../src-preload/contract/model/template.ts'

/** Texts to begin with and sets of hashtags, by name. */
export type TemplatesStore = {
  readonly state: StoreApi<{ entries: readonly Template[] }>
  load(): Promise<void>
  save(template: Input<'templates.save'>): Promise<Reply<Template>>
  remove(templateId: string): Promise<Reply<unknown>>
  hear(event: Event): void
}

export const createTemplatesStore = (bridge: Bridge): TemplatesStore => {
  const state = createStore<{ entries: readonly Template[] }>(() => ({ entries: [] }))
  const load = async (): Promise<void> => {
    const reply = await bridge.call('templates.list', {})
    // They are a help: without them words are typed whole.
    if (reply.ok) state.setState({ entries: reply.value.entries })
  }
  return {
    state,
    load,
    save: (template) => bridge.call('templates.save', template),
    remove: (templateId) => bridge.call('templates.remove', { templateId }),
    hear: (event) => {
      if (event.kind === 'templates-changed') void load()
    },
  }
}
