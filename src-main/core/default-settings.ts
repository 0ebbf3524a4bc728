import type { Settings } from '../../src-preload/contract/model/settings.ts'

/** What holds until the person chooses otherwise; `zone` is the machine's own. */
export const defaultSettings = (zone: string): Settings => ({
  appearance: 'system',
  zone,
  lateness: { withinMinutes: 720, then: 'ask' },
  paused: false,
  notify: { published: true, failed: true, missed: true },
  withoutKeychain: 'ask',
  http: { enabled: false, port: 4747 },
  assistants: 'draft',
  writing: { provider: 'built-in', url: '', model: '' },
  relay: { kind: 'none' },
  privateAddresses: false,
  language: 'system',
  secondZone: null,
  shortcuts: {},
  launchAtLogin: false,
  quickPostKeys: null,
})
