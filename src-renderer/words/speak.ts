import { EN } from './en.ts'
import { localeFor, type Tongue } from './languages.ts'
import { setTongue } from './say.ts'

/** Reads the catalogue of a tongue and says everything in it from now on; the page's own language follows. */
export const speak = async (tongue: Tongue, page: Window): Promise<void> => {
  setTongue(localeFor(tongue, page.navigator.language), await catalogue(tongue))
  page.document.documentElement.lang = tongue
  page.document.documentElement.dir = tongue === 'en-XB' ? 'rtl' : 'ltr'
}

const catalogue = async (tongue: Tongue) => {
  switch (tongue) {
    case 'en':
      return { ...EN }
    case 'de':
      return { ...(await import('./de.ts')).DE }
    case 'en-XA':
    case 'en-XB':
      return (await import('./pseudo.ts')).pseudoCatalogue(EN, tongue)
  }
}
