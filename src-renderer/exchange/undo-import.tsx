import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ImportRecord } from '../../src-preload/contract/model/exchange.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { say } from '../words/say.ts'

/** Takes a whole import back, once it was asked whether that is meant. */
export const UndoImport = ({ record }: { record: ImportRecord }) => {
  const { exchange } = useDesk()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        size="small"
        icon={<Undo2 size="0.875rem" aria-hidden="true" />}
        aria-label={say('exchange.undo-of', { name: record.name })}
        onPress={() => setAsking(true)}
      >
        {say('common.undo')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={say('exchange.undo-title', { count: record.posts })}
          confirm={say('exchange.undo-confirm')}
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => exchange.undoImport(record.importId)}
        >
          <p>{say('exchange.undo-about')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
