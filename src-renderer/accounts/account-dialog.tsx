import { useStore } from 'zustand'
import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { isBlank } from '../composer/draft/draft.ts'
import { useDesk } from '../shell/desk-context.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { say } from '../words/say.ts'
import { AccountForm } from './account-form.tsx'
import { usableAccounts } from './accounts-store.ts'
import { ChooseChannel } from './choose-channel.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { keptFor } from './needs-secret.ts'

/** What the person is doing with accounts right now. */
export type Doing =
  | { kind: 'choosing' }
  | { kind: 'connecting'; channel: ChannelDescriptor }
  | { kind: 'reconnecting' | 'detailing' | 'disconnecting'; account: Account }

type AccountDialogProps = { doing: Doing; onDoing: (doing: Doing) => void; onClose: () => void }

/** The box for what is being done. */
export const AccountDialog = ({ doing, onDoing, onClose }: AccountDialogProps) => {
  const { accounts, link, toasts, habits, composer, route, writeNew } = useDesk()
  const { channels } = useStore(accounts.state)
  const done = (account: Account): void => {
    const known = usableAccounts(accounts.state.getState().accounts).map((one) => one.id)
    accounts.hear({ kind: 'account-changed', account })
    // Who connects an account means to write for it.
    habits.rememberAccounts([...new Set([...habits.chooseAccounts(known), account.id])])
    const { draft } = composer.state.getState().session.state.getState()
    const write = isBlank(draft)
      ? { label: say('accounts.write-post'), run: writeNew }
      : { label: say('accounts.back-to-post'), run: () => route.go({ room: 'compose', postId: draft.postId }) }
    toasts.tell(say('accounts.is-connected', { name: account.name }), [write])
    onClose()
  }
  switch (doing.kind) {
    case 'choosing':
      return (
        <ChooseChannel
          channels={channels}
          onChoose={(channel) => onDoing({ kind: 'connecting', channel })}
          onClose={onClose}
        />
      )
    case 'connecting':
      // What was typed for another channel does not belong here.
      return (
        <AccountForm key={doing.channel.key} channel={doing.channel} account={null} onDone={done} onClose={onClose} />
      )
    case 'reconnecting': {
      const channel = accounts.channel(doing.account.channel)
      if (channel === undefined) return null
      return (
        <AccountForm key={doing.account.id} channel={channel} account={doing.account} onDone={done} onClose={onClose} />
      )
    }
    case 'detailing':
      return <DetailsDialog account={doing.account} onClose={onClose} />
    case 'disconnecting':
      return (
        <ConfirmDialog
          title={say('accounts.disconnect-question', { name: doing.account.name })}
          confirm={say('accounts.disconnect')}
          danger
          onClose={onClose}
          onConfirm={async () => {
            const reply = await link.bridge.call('accounts.disconnect', { accountId: doing.account.id })
            if (!reply.ok) return reply.failure
            accounts.hear({ kind: 'account-changed', account: reply.value })
            toasts.tell(say('accounts.is-disconnected', { name: doing.account.name }))
            return null
          }}
        >
          <p>{say('accounts.disconnect-how', { kept: keptFor(accounts.channel(doing.account.channel)) })}</p>
        </ConfirmDialog>
      )
  }
}
