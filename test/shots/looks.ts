/** How a screen is looked at. */
export type Look = {
  name: string
  appearance: 'light' | 'dark'
  /** Of the window, in pixels of the page. */
  width: number
  /** How much larger everything is; the page is so much narrower than the window. */
  zoom: number
  /** What is asked for in the address. */
  language?: 'de' | 'en-XA' | 'en-XB'
  contrast?: 'more'
  forcedColors?: 'active'
}

/** Every look: what is to be looked at in another way gets a row here. */
export const LOOKS: readonly Look[] = [
  { name: 'light', appearance: 'light', width: 1120, zoom: 1 },
  { name: 'dark', appearance: 'dark', width: 1120, zoom: 1 },
  { name: 'narrow', appearance: 'light', width: 320, zoom: 1 },
  { name: 'wide', appearance: 'light', width: 1440, zoom: 1 },
  /** The places beside the room are but their signs. */
  { name: 'rail', appearance: 'light', width: 700, zoom: 1 },
  { name: 'enlarged', appearance: 'light', width: 560, zoom: 2 },
  { name: 'narrow-dark', appearance: 'dark', width: 400, zoom: 1 },
  { name: 'contrast', appearance: 'light', width: 1120, zoom: 1, contrast: 'more' },
  { name: 'contrast-dark', appearance: 'dark', width: 1120, zoom: 1, contrast: 'more' },
  { name: 'forced', appearance: 'dark', width: 1120, zoom: 1, forcedColors: 'active' },
  { name: 'german', appearance: 'light', width: 1120, zoom: 1, language: 'de' },
  { name: 'german-wide', appearance: 'light', width: 1440, zoom: 1, language: 'de' },
  { name: 'long', appearance: 'light', width: 1120, zoom: 1, language: 'en-XA' },
  { name: 'rtl', appearance: 'light', width: 1120, zoom: 1, language: 'en-XB' },
]
