import { createContext, use, useCallback } from 'react'
import type { Failure, Reply } from '../../../src-preload/contract/failure.ts'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import type { Desk } from '../../shell/desk.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { useCopy } from '../../shell/use-copy.ts'
import { say } from '../../words/say.ts'
import { backToBefore } from '../way-back.ts'
import { readParts } from './by-hand.ts'
import type { ItemAction } from './item-actions.ts'

/** An action that asks something first. */
export type Question = {
  action: Extract<
    ItemAction,
    'reschedule' | 'found' | 'posted' | 'post-later' | 'post-again' | 'edit-published' | 'unpublish' | 'delete'
  >
  row: ItemRow
}

/** Puts a question before the person; the room shows it. */
export const AskContext = createContext<(question: Question) => void>(() => undefined)

/** Does what an item's button says; what needs a word from the person asks first. */
export const useItemAct = (): ((action: ItemAction, row: ItemRow) => void) => {
  const desk = useDesk()
  const ask = use(AskContext)
  const copy = useCopy()
  return useCallback(
    (action, row) => {
      const { bridge } = desk.link
      const itemId = row.id
      const told = async (call: Promise<Reply<Item>>): Promise<boolean> => {
        const reply = await call
        if (desk.settle(reply) && reply.ok) desk.queue.hear({ kind: 'item-changed', item: reply.value, text: '' })
        return reply.ok
      }
      switch (action) {
        case 'retry':
          return void told(bridge.call('items.retry', { itemId }))
        case 'publish-now':
          return void told(bridge.call('items.reschedule', { itemId, when: { kind: 'now' } }))
        case 'cancel':
        case 'dismiss':
          return void told(bridge.call('items.cancel', { itemId })).then((done) => done && rememberCancelled(desk, row))
        case 'edit':
          return desk.route.go({ room: 'compose', postId: row.postId })
        case 'reconnect':
          return desk.route.go({ room: 'accounts', connect: row.accountId })
        case 'resume':
          return void desk.settings.update({ paused: false }).then((failure) => failure && desk.toasts.fail(failure))
        case 'see-limits':
          return desk.route.go({ room: 'settings', page: 'limits' })
        case 'set-up-relay':
          return desk.route.go({ room: 'settings', page: 'relay' })
        case 'copy-link':
          return void copy(row.remote?.url ?? '', say('item.link'))
        case 'show-file':
          return void bridge.desktop?.showFile(itemId).then((failure) => failure && desk.toasts.fail(failure))
        case 'share':
          return void bridge.desktop?.share?.(itemId).then((failure) => failure && desk.toasts.fail(failure))
        case 'open-link':
        case 'open-page':
          // The button is a link; the shell opens the browser.
          return
        case 'copy-text':
          return void copyText(desk, copy, row)
        case 'reschedule':
        case 'found':
        case 'posted':
        case 'post-later':
        case 'post-again':
        case 'edit-published':
        case 'unpublish':
        case 'delete':
          return ask({ action, row })
      }
    },
    [desk, ask, copy],
  )
}

/** What has several parts is copied one by one, where they are listed. */
const copyText = async (desk: Desk, copy: ReturnType<typeof useCopy>, row: ItemRow): Promise<void> => {
  const parts = await readParts(desk.link.bridge, row)
  if (!desk.settle(parts) || !parts.ok) return
  const [text = row.text, ...others] = parts.value
  if (others.length > 0) desk.route.go({ room: 'queue', itemId: row.id })
  else await copy(text, say('item.the-text'))
}

/** A schedule that still lies ahead can be had back, and what was missed can be decided about again. */
const rememberCancelled = ({ link, past, toasts }: Desk, row: ItemRow): void => {
  const says = say(row.state === 'missed' ? 'item.dismissed' : 'item.cancelled')
  const undo = backToBefore(link.bridge, [row])
  if (undo === null) return void toasts.tell(says)
  past.did({ says, undo, redo: async () => failureOf(await link.bridge.call('items.cancel', { itemId: row.id })) })
}

/** For dialogs: passes on what came of a call, and why when nothing did. */
export const failureOf = <T>(reply: Reply<T>): Failure | null => (reply.ok ? null : reply.failure)
