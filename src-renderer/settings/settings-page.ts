import { say } from '../words/say.ts'

/** The pages of the settings, in order. */
export const SETTINGS_PAGES = [
  'general',
  'keyboard',
  'limits',
  'writing',
  'relay',
  'api',
  'webhooks',
  'assistants',
  'data',
] as const
export type SettingsPage = (typeof SETTINGS_PAGES)[number]

export const isSettingsPage = (name: string): name is SettingsPage =>
  (SETTINGS_PAGES as readonly string[]).includes(name)

export const settingsPageName = (page: SettingsPage): string => say(`settings.page-${page}`)
