import { I18nProvider } from 'react-aria-components'
import { ariaLocale } from '../ui/aria-locale.ts'
import { ButtonsSection } from './buttons-section.tsx'
import { FieldsSection } from './fields-section.tsx'
import { MarksSection } from './marks-section.tsx'
import { OverlaysSection } from './overlays-section.tsx'
import { StatesSection } from './states-section.tsx'
import { TokensSection } from './tokens-section.tsx'
import './gallery.css'

/** Every component of the interface in every state, for those who make it. Its own words are in English alone. */
export const Gallery = () => (
  <I18nProvider locale={ariaLocale()}>
    <main className="gallery">
      <h1>Gallery</h1>
      <TokensSection />
      <ButtonsSection />
      <FieldsSection />
      <MarksSection />
      <OverlaysSection />
      <StatesSection />
    </main>
  </I18nProvider>
)
