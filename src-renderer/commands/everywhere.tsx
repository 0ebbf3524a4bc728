import { Suspense, useEffect, useState } from 'react'
import { latePart } from '../ui/late-part.tsx'
import { useEverywhereCommands } from './use-everywhere-commands.ts'
import { useCommand } from './use-command.ts'
import { useKeyListener } from './use-key-listener.ts'

const Palette = latePart(async () => (await import('./palette/palette.tsx')).Palette)
const Help = latePart(async () => (await import('./help.tsx')).Help)

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
      for (const part of [Palette, Help]) void part.ahead()
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
