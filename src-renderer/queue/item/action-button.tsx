import {
  CalendarClock,
  CircleCheck,
  CircleX,
  Copy,
  ExternalLink,
  FolderOpen,
  Gauge,
  Link,
  Pencil,
  PlugZap,
  RotateCw,
  Search,
  Send,
  Settings,
  Share2,
  SquarePen,
  Trash2,
  Undo2,
  X,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { Button } from '../../ui/button.tsx'
import { useDesk } from '../../shell/desk-context.ts'
import { siteOf } from './by-hand.ts'
import { actionName, type ItemAction } from './item-actions.ts'
import { useItemAct } from './use-item-act.ts'

const ICONS: Readonly<Record<ItemAction, ReactNode>> = {
  'open-link': <ExternalLink size="0.9375rem" aria-hidden="true" />,
  retry: <RotateCw size="0.9375rem" aria-hidden="true" />,
  'publish-now': <Send size="0.9375rem" aria-hidden="true" />,
  reschedule: <CalendarClock size="0.9375rem" aria-hidden="true" />,
  edit: <Pencil size="0.9375rem" aria-hidden="true" />,
  found: <Search size="0.9375rem" aria-hidden="true" />,
  'copy-text': <Copy size="0.9375rem" aria-hidden="true" />,
  'open-page': <ExternalLink size="0.9375rem" aria-hidden="true" />,
  posted: <CircleCheck size="0.9375rem" aria-hidden="true" />,
  'post-later': <CalendarClock size="0.9375rem" aria-hidden="true" />,
  'post-again': <RotateCw size="0.9375rem" aria-hidden="true" />,
  reconnect: <PlugZap size="0.9375rem" aria-hidden="true" />,
  resume: <RotateCw size="0.9375rem" aria-hidden="true" />,
  'see-limits': <Gauge size="0.9375rem" aria-hidden="true" />,
  'set-up-relay': <Settings size="0.9375rem" aria-hidden="true" />,
  'copy-link': <Link size="0.9375rem" aria-hidden="true" />,
  share: <Share2 size="0.9375rem" aria-hidden="true" />,
  'show-file': <FolderOpen size="0.9375rem" aria-hidden="true" />,
  'edit-published': <SquarePen size="0.9375rem" aria-hidden="true" />,
  unpublish: <CircleX size="0.9375rem" aria-hidden="true" />,
  cancel: <Undo2 size="0.9375rem" aria-hidden="true" />,
  dismiss: <X size="0.9375rem" aria-hidden="true" />,
  delete: <Trash2 size="0.9375rem" aria-hidden="true" />,
}

type ActionButtonProps = {
  action: ItemAction
  row: ItemRow
  size?: 'small' | 'normal'
  look?: 'plain' | 'quiet' | 'primary'
}

/** One thing to do with an item. A link is a link, so that it can be copied and opened as links are. */
export const ActionButton = ({ action, row, size = 'small', look = 'plain' }: ActionButtonProps) => {
  const act = useItemAct()
  const { accounts, link } = useDesk()
  const name = actionName(action, row)
  // Elsewhere its path can be copied.
  if (action === 'show-file' && link.bridge.desktop === null) return null
  // Where the system has no such menu the link can be copied.
  if (action === 'share' && link.bridge.desktop?.share == null) return null
  if (action === 'open-link' || action === 'open-page') {
    const href = action === 'open-link' ? row.remote?.url : siteOf(accounts.account(row.accountId))
    if (href == null) return null
    return (
      <a className={`button button-${look} button-${size}`} href={href} target="_blank" rel="noreferrer">
        {ICONS[action]}
        {name}
      </a>
    )
  }
  return (
    <Button size={size} look={look} icon={ICONS[action]} onPress={() => act(action, row)}>
      {name}
    </Button>
  )
}
