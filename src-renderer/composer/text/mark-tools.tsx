import { Bold, Code, Italic, Link, Strikethrough } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { CommandId } from '../../commands/command-list.ts'
import { keysOf } from '../../commands/keys-of.ts'
import { useInnerKeys } from '../../commands/use-inner-keys.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { keyName } from '../../shell/keys.ts'
import { IconButton } from '../../ui/button.tsx'
import { say } from '../../words/say.ts'
import type { ComposerSession } from '../composer-session.ts'
import { useSession } from '../use-session.ts'
import { readSelected, writeSelected } from './field-selection.ts'
import { type Mark, putMark } from './marks.ts'

const TOOLS: readonly { id: CommandId; mark: Mark; icon: ReactNode }[] = [
  { id: 'marks.bold', mark: 'bold', icon: <Bold size="1rem" /> },
  { id: 'marks.italic', mark: 'italic', icon: <Italic size="1rem" /> },
  { id: 'marks.strike', mark: 'strike', icon: <Strikethrough size="1rem" /> },
  { id: 'marks.code', mark: 'code', icon: <Code size="1rem" /> },
  { id: 'marks.link', mark: 'link', icon: <Link size="1rem" /> },
]

/** What makes words stand out. */
export const MarkTools = () => {
  const session = useSession()
  const { settings } = useDesk()
  const shortcuts = useStore(settings.state, (s) => s.shortcuts)
  return TOOLS.map(({ id, mark, icon }) => (
    <IconButton
      key={mark}
      size="small"
      label={say(`composer.mark-${mark}`)}
      icon={icon}
      {...(keysOf(id, shortcuts) === '' ? {} : { keys: keyName(keysOf(id, shortcuts)) })}
      onPress={() => writeSelected(session, putMark(readSelected(session), mark))}
    />
  ))
}

/** Hears the keys of the tools while the text has the focus; whether a press was one of them. */
export const useMarkKeys = (session: ComposerSession): ((event: KeyboardEvent) => boolean) => {
  const hear = useInnerKeys(
    TOOLS.map(({ id, mark }) => [id, () => writeSelected(session, putMark(readSelected(session), mark))]),
  )
  return (event) => session.state.getState().draft.rich && hear(event)
}
