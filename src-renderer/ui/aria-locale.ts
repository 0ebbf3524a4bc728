import { locale } from '../words/say.ts'

/** What the component library goes by: it takes the direction from the script, which the made-up language has none of. */
export const ariaLocale = (): string => (document.documentElement.dir === 'rtl' ? 'en-Arab' : locale())
