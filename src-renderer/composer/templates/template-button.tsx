import { BookText, FolderPen, Hash, Search, Text } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  SearchField,
  Separator,
  useFilter,
} from 'react-aria-components'
import { useStore } from 'zustand'
import type { Template } from '../../../src-preload/contract/model/template.ts'
import { useCommand } from '../../commands/use-command.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { focusFirst } from '../../ui/focus-first.ts'
import { Button } from '../../ui/button.tsx'
import { say } from '../../words/say.ts'
import { textOf } from '../draft/draft.ts'
import { readSelected, writeSelected } from '../text/field-selection.ts'
import { useSession, useWriting } from '../use-session.ts'
import { hashtagsIn, putTemplate } from './match-templates.ts'
import { ManageTemplates } from './manage-templates.tsx'
import { TemplateDialog } from './template-dialog.tsx'
import './templates.css'

/** What is open beside the list. */
type Open = { kind: 'new'; template: Pick<Template, 'kind' | 'text'> } | { kind: 'manage' } | null

/** Puts kept words into the text, and keeps those that are there. */
export const TemplateButton = () => {
  const session = useSession()
  const { templates } = useDesk()
  const entries = useStore(templates.state, (s) => s.entries)
  const [listed, setListed] = useState(false)
  const [open, setOpen] = useState<Open>(null)
  useCommand('writing.templates', () => setListed(true))
  const insert = (template: Template): void => writeSelected(session, putTemplate(readSelected(session), template))
  const onAction = (key: string): void => {
    setListed(false)
    const { draft, scope } = session.state.getState()
    const text = textOf(draft, scope)
    const found = entries.find((one) => one.id === key)
    if (found !== undefined) insert(found)
    else if (key === 'manage') setOpen({ kind: 'manage' })
    else if (key === 'text') setOpen({ kind: 'new', template: { kind: 'text', text } })
    else setOpen({ kind: 'new', template: { kind: 'hashtags', text: hashtagsIn(text) ?? '' } })
  }
  return (
    <>
      <DialogTrigger isOpen={listed} onOpenChange={setListed}>
        <Button look="quiet" size="small" icon={<BookText size="1.0625rem" aria-hidden="true" />}>
          {say('composer.templates-short')}
        </Button>
        <Popover className="list-popover template-list" placement="bottom start">
          <Dialog aria-label={say('composer.templates')} className="template-dialog">
            <TemplateList entries={entries} onAction={onAction} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {open?.kind === 'new' && <TemplateDialog template={open.template} onClose={() => setOpen(null)} />}
      {open?.kind === 'manage' && <ManageTemplates onClose={() => setOpen(null)} />}
    </>
  )
}

type TemplateListProps = { entries: readonly Template[]; onAction: (key: string) => void }

const TemplateList = ({ entries, onAction }: TemplateListProps) => {
  const { contains } = useFilter({ sensitivity: 'base' })
  const hasText = useWriting((s) => textOf(s.draft, s.scope).trim() !== '')
  const hasHashtags = useWriting((s) => hashtagsIn(textOf(s.draft, s.scope)) !== null)
  const menu = (
    <Menu
      aria-label={say('composer.templates')}
      className="template-menu"
      onAction={(key) => onAction(String(key))}
      renderEmptyState={() => <p className="faint template-empty">{say('composer.template-none')}</p>}
    >
      {entries.length > 0 && (
        <MenuSection aria-label={say('composer.templates')} items={entries}>
          {(one) => (
            <MenuItem id={one.id} textValue={`${one.name} ${one.text}`} className="list-option template-option">
              {one.kind === 'hashtags' ? <Hash size="1rem" /> : <Text size="1rem" />}
              <span className="template-words">
                <span>{one.name}</span>
                <span className="faint">{one.text}</span>
              </span>
            </MenuItem>
          )}
        </MenuSection>
      )}
      <Separator className="template-line" />
      {hasText && (
        <MenuItem id="text" className="list-option" textValue={say('composer.template-save-text')}>
          <Text size="1rem" />
          {say('composer.template-save-text')}
        </MenuItem>
      )}
      {hasHashtags && (
        <MenuItem id="hashtags" className="list-option" textValue={say('composer.template-save-hashtags')}>
          <Hash size="1rem" />
          {say('composer.template-save-hashtags')}
        </MenuItem>
      )}
      <MenuItem id="manage" className="list-option" textValue={say('composer.template-manage')}>
        <FolderPen size="1rem" />
        {say('composer.template-manage')}
      </MenuItem>
    </Menu>
  )
  if (entries.length === 0) {
    return (
      <>
        <p className="faint template-empty">{say('composer.template-empty')}</p>
        {menu}
      </>
    )
  }
  return (
    <Autocomplete filter={contains}>
      <SearchField className="search-box" aria-label={say('composer.template-search')}>
        <Search size="0.9375rem" aria-hidden="true" />
        <Input ref={focusFirst} placeholder={say('composer.template-search')} />
      </SearchField>
      {menu}
    </Autocomplete>
  )
}
