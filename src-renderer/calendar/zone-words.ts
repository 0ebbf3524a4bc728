import { zoneCity } from '../time/format-time.ts'
import { locale } from '../words/say.ts'

/** `GMT+1`: how far a zone is from Greenwich at an instant. */
export const offsetName = (at: number, zone: string): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''

/** `Berlin, GMT+1`. */
export const zoneInWords = (at: number, zone: string): string =>
  zone === 'UTC' ? zone : `${zoneCity(zone)}, ${offsetName(at, zone)}`
