import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { defaultSettings } from '../core/default-settings.ts'
import { refuse } from '../core/refusal.ts'
import { isZone } from '../core/zones.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

export type SettingsKeeper = {
  get(): Promise<Settings>
  /** What is left out, or undefined, stays as it was. */
  update(change: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>
}

export const createSettingsKeeper = ({ store, http, about }: World): SettingsKeeper => {
  const get = async (): Promise<Settings> => ({ ...defaultSettings(about.zone), ...(await store.settings.get()) })
  return {
    get,
    update: async (change) => {
      if (change.zone !== undefined && !isZone(change.zone)) {
        refuse('unknown-zone', `There is no time zone named "${change.zone}".`, 'Use a name such as Europe/Berlin.', {
          field: 'zone',
          told: because('zone-unknown', { zone: change.zone }),
        })
      }
      // First the door, then the word: what is kept is what holds.
      if (change.http !== undefined) await http.turn(change.http)
      await store.settings.put(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)))
      return get()
    },
  }
}
