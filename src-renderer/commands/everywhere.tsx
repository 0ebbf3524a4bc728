import { lazy, Suspense, useEffect, useState } from 'react'
import { useEverywhereCommands } from './use-everywhere-commands.ts'
import { useCommand } from './use-command.ts'
import { useKeyListener } from './use-key-listener.ts'

const palette = () => import('./palette/palette.tsx')
const help = () => import('./help.tsx')
const Palette = lazy(async () => ({ default: (await palette()).Palette }))
const Help = lazy(async () => ({ default: (await help()).Help }))

/** When the page is at rest, what opens by a key is fetched, so that it is there at once; in milliseconds. */
const REST = 600

/** What can be asked for in every room, by key and from the palette. */
export const Everywhere = () => {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const close = (): void => setOpen(null)
  useKeyListener()
  useEverywhereCommands()
  useCommand('everywhere.palette', () => setOpen('palette'))
  useCommand('everywhere.help', () => setOpen('help'))
  useEffect(() => {
    const timer = setTimeout(() => {
      // What cannot be fetched now is fetched when it is asked for.
      for (const part of [palette, help]) part().catch(() => undefined)
    }, REST)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'help' && <Help onClose={close} />}
    </Suspense>
  )
}
