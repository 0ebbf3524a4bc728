import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Settings } from '../../src-preload/contract/model/settings.ts'

/** What the person chose for the whole app; a change shows at once and is taken back if the core refuses it. */
export type SettingsStore = {
  readonly state: StoreApi<Settings>
  load(): Promise<Failure | null>
  /** The failure if it was refused. */
  update(change: Partial<Settings>): Promise<Failure | null>
  hear(event: Event): void
}

export const createSettingsStore = (bridge: Bridge): SettingsStore => {
  const state = createStore<Settings>(() => ({
    appearance: 'system',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    lateness: { withinMinutes: 720, then: 'ask' },
    paused: false,
    notify: { published: true, failed: true, missed: true },
    withoutKeychain: 'ask',
    http: { enabled: false, port: 0 },
    assistants: 'off',
    writing: { provider: 'built-in', url: '', model: '' },
    relay: { kind: 'none' },
    privateAddresses: false,
    language: 'system',
    secondZone: null,
    shortcuts: {},
    launchAtLogin: false,
    quickPostKeys: null,
  }))
  return {
    state,
    load: async () => {
      const reply = await bridge.call('settings.get', {})
      if (!reply.ok) return reply.failure
      state.setState(reply.value)
      return null
    },
    update: async (change) => {
      const before = state.getState()
      state.setState(change)
      const reply = await bridge.call('settings.update', change)
      state.setState(reply.ok ? reply.value : before)
      return reply.ok ? null : reply.failure
    },
    hear: (event) => {
      if (event.kind === 'settings-changed') state.setState(event.settings)
    },
  }
}
