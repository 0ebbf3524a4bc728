import { useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { EVERYONE, textOf } from '../draft/draft.ts'
import { useSession } from '../use-session.ts'
import { ofContents, ofSuggestions, type Proposal } from './proposal.ts'
import { ProposalCard } from './proposal-card.tsx'
import { type Brief, SuggestForm } from './suggest-form.tsx'
import { useTake } from './use-take.ts'
import './suggest.css'
import { say } from '../../words/say.ts'

/** Captions to choose from, made of words or of an address. */
export const SuggestDialog = ({ onClose }: { onClose: () => void }) => {
  const { link, accounts } = useDesk()
  const session = useSession()
  const take = useTake()
  const [from, setFrom] = useState<Brief['from']>('words')
  const [proposals, setProposals] = useState<readonly Proposal[] | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { draft, scope } = session.state.getState()
  const accountIds = draft.targets.map((target) => target.accountId)

  const ask = async (brief: Brief): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const { tone, hashtags, language } = brief
    const how = { tone, hashtags, ...(language === '' ? {} : { language }) }
    // A channel's own rules hold where there is only one.
    const channels = new Set(accountIds.map((id) => accounts.account(id)?.channel))
    const [channel] = channels.size === 1 ? channels : []
    const reply =
      brief.from === 'words'
        ? await link.bridge.call('writing.text', {
            prompt: brief.about,
            ...how,
            ...(channel === undefined ? {} : { channel }),
          })
        : await link.bridge.call('writing.post', {
            assets: [{ kind: 'url', url: brief.about.trim() }],
            ...how,
            ...(accountIds.length === 0 ? {} : { accountIds }),
          })
    setBusy(false)
    if (!reply.ok) return setFailure(reply.failure)
    const { value } = reply
    setProposals('suggestions' in value ? ofSuggestions(value.suggestions) : ofContents(value.contents))
  }
  const use = (proposal: Proposal, forAll: boolean): void => {
    take(
      proposal,
      forAll ? EVERYONE : proposal.accountId === null ? undefined : { kind: 'account', accountId: proposal.accountId },
    )
    onClose()
  }
  return (
    <Dialog title={say('composer.suggest')} onClose={onClose}>
      <Segments
        label={say('composer.make-from')}
        chosen={from}
        onChoose={(chosen) => {
          setFrom(chosen)
          setProposals(null)
          setFailure(null)
        }}
        options={[
          { key: 'words', label: say('composer.from-words') },
          { key: 'address', label: say('composer.from-address') },
        ]}
      />
      <SuggestForm key={from} from={from} words={textOf(draft, scope)} busy={busy} onAsk={(brief) => void ask(brief)} />
      {failure !== null && <FailureNote failure={failure} />}
      {busy && proposals === null && (
        <output className="suggest-busy">
          <Spinner /> {say(from === 'words' ? 'composer.suggest-writing' : 'composer.suggest-reading')}
        </output>
      )}
      {proposals?.length === 0 && <p className="soft">{say('composer.suggest-nothing')}</p>}
      {proposals !== null && proposals.length > 0 && (
        <ul className="proposals" aria-label={say('composer.suggestions')} aria-live="polite">
          {proposals.map((proposal) => (
            <ProposalCard
              key={proposal.key}
              proposal={proposal}
              forName={
                proposal.accountId === null || accountIds.length < 2
                  ? null
                  : (accounts.account(proposal.accountId)?.name ?? null)
              }
              onUse={(forAll) => use(proposal, forAll)}
            />
          ))}
        </ul>
      )}
      {proposals !== null && <p className="faint">{say('composer.suggest-yours')}</p>}
    </Dialog>
  )
}
