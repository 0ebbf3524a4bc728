import { Copy, MoreHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { PanelButton } from '../ui/panel-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Group, Section } from './section.tsx'
import { FAILURE, LONG, nothing } from './samples.ts'

const ENTRIES = [
  { key: 'copy', label: 'Copy the link', icon: <Copy size="1rem" />, keys: 'C', run: nothing },
  { key: 'later', label: 'Next slot', note: 'tomorrow, 09:00', run: nothing },
  { key: 'long', label: LONG, run: nothing },
  { key: 'delete', label: 'Delete', icon: <Trash2 size="1rem" />, danger: true, run: nothing },
]

const refuse = () => Promise.resolve(FAILURE)

export const OverlaysSection = () => {
  const [open, setOpen] = useState<'form' | 'long' | 'question' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <Section id="overlays" title="Menus and dialogs">
      <Group title="What opens over the page">
        <Menu
          label="More"
          trigger={<IconButton label="Menu" icon={<MoreHorizontal size="1rem" />} />}
          entries={ENTRIES}
        />
        <PanelButton label="Fields" trigger={<Button>Panel</Button>}>
          <TextField label="Name" defaultValue="Harbour News" />
        </PanelButton>
        <Button onPress={() => setOpen('form')}>Dialog</Button>
        <Button onPress={() => setOpen('long')}>Long dialog</Button>
        <Button onPress={() => setOpen('question')}>Question</Button>
      </Group>
      {open === 'form' && (
        <Dialog
          title="Rename the account"
          onClose={close}
          actions={
            <>
              <Button onPress={close}>Cancel</Button>
              <Button look="primary" onPress={close}>
                Save
              </Button>
            </>
          }
        >
          <TextField label="Name" defaultValue="Harbour News" first />
        </Dialog>
      )}
      {open === 'long' && (
        <Dialog title={LONG} onClose={close}>
          {Array.from({ length: 30 }, (_, line) => (
            <p key={line}>The boat leaves at 09:30, whatever the weather.</p>
          ))}
        </Dialog>
      )}
      {open === 'question' && (
        <ConfirmDialog title="Delete this post?" confirm="Delete" danger onConfirm={refuse} onClose={close}>
          <p>It is on its way to two accounts. This cannot be taken back.</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}
