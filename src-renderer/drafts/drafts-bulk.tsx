import { CalendarDays, Tags, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useCommand } from '../commands/use-command.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'
import type { BulkRow } from '../queue/bulk/bulk-action.ts'
import { BulkResults } from '../queue/bulk/bulk-results.tsx'
import { BulkTagDialog } from '../queue/bulk/bulk-tag-dialog.tsx'
import { PickedTold } from '../queue/bulk/picked-told.tsx'
import { useBulk } from '../queue/bulk/use-bulk.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { say } from '../words/say.ts'
import '../queue/bulk/bulk.css'

type DraftsBulkProps = {
  picked: readonly BulkRow[]
  loaded: number
  onPick: (rows: readonly BulkRow[]) => void
  onAll: () => void
}

const noItems = (): readonly Item[] => []

/** Doing the same to several drafts. Deleting asks nothing: it can be undone, and is told so. */
export const DraftsBulk = ({ picked, loaded, onPick, onAll }: DraftsBulkProps) => {
  const { slots } = useDesk()
  const hasSlots = useStore(slots.state, (s) => s.plans.some((plan) => plan.times.length > 0))
  const { run, busy, told, close } = useBulk(picked, noItems, onPick)
  const [tagging, setTagging] = useState(false)
  const any = picked.length > 0
  useCommand('queue.close', () => onPick([]), any)
  useCommand('queue.delete', () => void run({ kind: 'delete' }), any)
  const counted = say('drafts.count', { count: picked.length })
  return (
    <>
      <PickedTold posts={any ? counted : null} />
      {any && (
        <div className="bulk-bar" role="toolbar" aria-label={say('drafts.picked')}>
          <CheckboxField
            label={say('bulk.picked', { posts: counted })}
            on={picked.length === loaded}
            partly={picked.length < loaded}
            onChange={() => (picked.length < loaded ? onAll() : onPick([]))}
          />
          <div className="bulk-actions">
            {hasSlots && (
              <Button
                size="small"
                icon={<CalendarDays size="0.9375rem" />}
                isPending={busy}
                onPress={() => void run({ kind: 'schedule', when: { kind: 'slot' } })}
              >
                {say('drafts.next-slots')}
              </Button>
            )}
            <Button size="small" icon={<Tags size="0.9375rem" />} onPress={() => setTagging(true)}>
              {say('bulk.tag')}
            </Button>
            <Button
              size="small"
              icon={<Trash2 size="0.9375rem" />}
              isPending={busy}
              onPress={() => void run({ kind: 'delete' })}
            >
              {say('common.delete')}
            </Button>
            <IconButton
              size="small"
              label={say('bulk.pick-nothing')}
              icon={<X size="1rem" />}
              onPress={() => onPick([])}
            />
          </div>
        </div>
      )}
      {tagging && (
        <BulkTagDialog
          rows={picked}
          onTag={async (add, remove) => {
            await run({ kind: 'tag', add, remove })
            setTagging(false)
          }}
          onClose={() => setTagging(false)}
        />
      )}
      {told !== null && <BulkResults {...told} onClose={close} />}
    </>
  )
}
