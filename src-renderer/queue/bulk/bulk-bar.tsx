import { CalendarClock, RotateCw, Tags, Trash2, CalendarX2, X } from 'lucide-react'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { say } from '../../words/say.ts'
import { countPosts } from './bulk-words.ts'
import './bulk.css'

/** What is asked before it is done. */
export type BulkQuestion = 'reschedule' | 'tag' | 'delete'

type BulkBarProps = {
  picked: readonly ItemRow[]
  /** How many rows are loaded in the list. */
  loaded: number
  busy: boolean
  onAll: (all: boolean) => void
  onRun: (kind: 'cancel' | 'retry') => void
  onAsk: (question: BulkQuestion) => void
}

const CANCELLABLE = new Set(['scheduled', 'waiting', 'missed'])
const RETRYABLE = new Set(['failed', 'waiting', 'unconfirmed'])
const MOVABLE = new Set(['scheduled', 'waiting', 'failed', 'missed', 'cancelled'])

/** What can be done to all that is picked. */
export const BulkBar = ({ picked, loaded, busy, onAll, onRun, onAsk }: BulkBarProps) => {
  const some = (states: ReadonlySet<string>): boolean => picked.some((row) => states.has(row.state) && !row.external)
  const own = picked.some((row) => !row.external)
  return (
    <div className="bulk-bar" role="toolbar" aria-label={say('bulk.toolbar')}>
      <CheckboxField
        label={say('bulk.picked', { posts: countPosts(picked.length) })}
        on={picked.length === loaded}
        partly={picked.length < loaded}
        onChange={() => onAll(picked.length < loaded)}
      />
      <div className="bulk-actions">
        {some(RETRYABLE) && (
          <Button size="small" icon={<RotateCw size="0.9375rem" />} isPending={busy} onPress={() => onRun('retry')}>
            {say('common.try-again')}
          </Button>
        )}
        {some(MOVABLE) && (
          <Button size="small" icon={<CalendarClock size="0.9375rem" />} onPress={() => onAsk('reschedule')}>
            {say('item.reschedule')}
          </Button>
        )}
        {some(CANCELLABLE) && (
          <Button size="small" icon={<CalendarX2 size="0.9375rem" />} isPending={busy} onPress={() => onRun('cancel')}>
            {say('bulk.cancel')}
          </Button>
        )}
        {own && (
          <>
            <Button size="small" icon={<Tags size="0.9375rem" />} onPress={() => onAsk('tag')}>
              {say('bulk.tag')}
            </Button>
            <Button size="small" icon={<Trash2 size="0.9375rem" />} onPress={() => onAsk('delete')}>
              {say('common.delete')}
            </Button>
          </>
        )}
        <IconButton
          size="small"
          label={say('bulk.pick-nothing')}
          icon={<X size="1rem" />}
          onPress={() => onAll(false)}
        />
      </div>
    </div>
  )
}
