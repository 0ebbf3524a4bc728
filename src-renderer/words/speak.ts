import { EN } from './en.ts'
import { localeFor, type Tongue } from './languages.ts'
import { setChannelWords } from './say-as-channel.ts'
import { setTongue } from './say.ts'

/** Reads the catalogue of a tongue and says everything in it from now on; the page's own language follows. */
export const speak = async (tongue: Tongue, page: Window): Promise<void> => {
  const channelWords = tongue === 'de' ? (await import('./de/channel-words.ts')).CHANNEL_WORDS : {}
  setTongue(localeFor(tongue, page.navigator.language), await catalogue(tongue))
  setChannelWords(channelWords)
  page.document.documentElement.lang = tongue
  page.document.documentElement.dir = tongue === 'en-XB' ? 'rtl' : 'ltr'
}

const catalogue = async (tongue: Tongue) => {
  switch (tongue) {
    case 'en':
      return { ...EN }
    case 'de':
      return { ...(await import('./de.ts')).DE, ...(await import('./de/told.ts')).toldWords() }
    case 'en-XA':
    case 'en-XB':
      return (await import('./pseudo.ts')).pseudoCatalogue(EN, tongue)
  }
}
