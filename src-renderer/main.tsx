import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { findLink } from './bridge/find-link.ts'
import { Frame } from './shell/frame.tsx'
import { Guard } from './shell/guard.tsx'
import { keepFocus } from './shell/keep-focus.ts'
import { Boot } from './shell/boot.tsx'
import { createDesk } from './shell/desk.ts'
import { NoKey } from './shell/no-key.tsx'
import { speak } from './words/speak.ts'
import { tongueFor } from './words/languages.ts'
import './styles/tokens.css'
import './styles/base.css'

/** For those who make Posthorn: `#/gallery` while it is being written, and where the address says `?gallery`. */
const wantsGallery =
  window.location.hash.startsWith('#/gallery') &&
  (import.meta.env.DEV || new URLSearchParams(window.location.search).has('gallery'))

/** The small window for a quick post is the same page by another address. */
const isQuick = new URLSearchParams(window.location.search).has('quick')

const quickPost = async () => {
  const { QuickPost } = await import('./quick/quick-post.tsx')
  return <QuickPost />
}

const interfaceFor = async () => {
  if (wantsGallery) {
    const { Gallery } = await import('./gallery/gallery.tsx')
    return <Gallery />
  }
  const link = findLink(window)
  if (link === null) return <NoKey />
  const room = isQuick ? await quickPost() : <Frame />
  return <Boot desk={createDesk(link, window)}>{room}</Boot>
}

const begin = async (): Promise<void> => {
  await speak(tongueFor('system', window.navigator.language, window.location.search), window)
  const place = document.getElementById('root')
  if (place === null) throw new Error('The page has no place for the interface.')
  keepFocus(document)
  createRoot(place).render(
    <StrictMode>
      <Guard about="window">{await interfaceFor()}</Guard>
    </StrictMode>,
  )
}
void begin()
