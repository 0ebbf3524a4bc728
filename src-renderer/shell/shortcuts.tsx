import { useEffect, useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { useDesk } from './desk-context.ts'
import { isBehindDialog, isCommand, isTyping, keyName } from './keys.ts'
import './shortcuts.css'

const GROUPS: readonly { title: string; rows: readonly [keys: string, does: string][] }[] = [
  {
    title: 'Everywhere',
    rows: [
      ['Mod+N', 'New post'],
      ['N', 'New post, while not typing'],
      ['G then Q', 'Queue'],
      ['G then D', 'Drafts'],
      ['G then L', 'Slots'],
      ['G then A', 'Accounts'],
      ['G then S', 'Settings'],
      ['?', 'This list'],
    ],
  },
  {
    title: 'Writing',
    rows: [
      ['Mod+Enter', 'Add to the next free slot, or publish or schedule as chosen'],
      ['Mod+Shift+Enter', 'Choose a time'],
      ['Mod+S', 'Save'],
      ['Mod+B, I or K', 'Bold, italic or a link, where Emphasis is on'],
      ['Esc', 'Close what is open'],
    ],
  },
  {
    title: 'Queue',
    rows: [
      ['J or ↓', 'Next post'],
      ['K or ↑', 'Previous post'],
      ['Enter', 'Open the post'],
      ['E', 'Edit the post'],
      ['X', 'Pick the post, to do the same to several'],
      ['/', 'Search'],
      ['Esc', 'Close the post'],
    ],
  },
]

/** The keys that work in every room, and the list of all of them. */
export const Shortcuts = () => {
  const desk = useDesk()
  const [listed, setListed] = useState(false)

  useEffect(() => {
    let going = false
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isBehindDialog()) return
      if (isCommand(event) && !event.shiftKey && event.key.toLowerCase() === 'n') {
        event.preventDefault()
        return desk.writeNew()
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const wasGoing = going
      going = event.key === 'g'
      if (wasGoing && GOES[event.key]?.(desk)) return event.preventDefault()
      if (event.key === 'n') desk.writeNew()
      else if (event.key === '?') setListed(true)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk])

  if (!listed) return null
  return (
    <Dialog title="Keyboard shortcuts" onClose={() => setListed(false)}>
      {GROUPS.map(({ title, rows }) => (
        <section key={title} className="shortcuts">
          <h3>{title}</h3>
          <dl>
            {rows.map(([keys, does]) => (
              <div key={keys}>
                <dt>{does}</dt>
                <dd>
                  <kbd>{keyName(keys)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

const GOES: Readonly<Record<string, (desk: ReturnType<typeof useDesk>) => true>> = {
  q: ({ route }) => (route.go({ room: 'queue', itemId: null }), true),
  d: ({ route }) => (route.go({ room: 'drafts' }), true),
  l: ({ route }) => (route.go({ room: 'slots' }), true),
  a: ({ route }) => (route.go({ room: 'accounts' }), true),
  s: ({ route }) => (route.go({ room: 'settings' }), true),
}
