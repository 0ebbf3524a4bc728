import { Bold, Code, Italic, Link, Strikethrough } from 'lucide-react'
import type { ReactNode } from 'react'
import { isCommand, keyName } from '../../shell/keys.ts'
import { IconButton } from '../../ui/button.tsx'
import { say } from '../../words/say.ts'
import type { ComposerSession } from '../composer-session.ts'
import { useSession } from '../use-session.ts'
import { readSelected, writeSelected } from './field-selection.ts'
import { type Mark, putMark } from './marks.ts'

const TOOLS: readonly { mark: Mark; icon: ReactNode; key?: string }[] = [
  { mark: 'bold', icon: <Bold size="1rem" />, key: 'B' },
  { mark: 'italic', icon: <Italic size="1rem" />, key: 'I' },
  { mark: 'strike', icon: <Strikethrough size="1rem" /> },
  { mark: 'code', icon: <Code size="1rem" /> },
  { mark: 'link', icon: <Link size="1rem" />, key: 'K' },
]

/** What makes words stand out. */
export const MarkTools = () => {
  const session = useSession()
  return TOOLS.map(({ mark, icon, key }) => (
    <IconButton
      key={mark}
      size="small"
      label={say(`composer.mark-${mark}`)}
      icon={icon}
      {...(key === undefined ? {} : { keys: keyName(`Mod+${key}`) })}
      onPress={() => writeSelected(session, putMark(readSelected(session), mark))}
    />
  ))
}

/** Does what the keys of a tool ask for; whether it was one. */
export const markByKey = (session: ComposerSession, event: React.KeyboardEvent): boolean => {
  if (!isCommand(event) || event.shiftKey || event.altKey || !session.state.getState().draft.rich) return false
  const tool = TOOLS.find(({ key }) => key?.toLowerCase() === event.key.toLowerCase())
  if (tool === undefined) return false
  writeSelected(session, putMark(readSelected(session), tool.mark))
  return true
}
