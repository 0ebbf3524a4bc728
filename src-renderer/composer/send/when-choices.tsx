import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { useNow } from '../../time/use-now.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { say } from '../../words/say.ts'
import { timeOf } from '../draft/draft.ts'
import { useSession, useWriting } from '../use-session.ts'
import { timeLabel } from './when-label.ts'
import { WhenPanel } from './when-panel.tsx'

/** Stands for all accounts that go out together. */
const TOGETHER = 'together'

type WhenChoicesProps = {
  /** The account whose time it is; null: that of all that have none of their own. */
  about: string | null
  onAbout: (accountId: string | null) => void
  onDone: () => void
}

/** The time of all accounts, or of one among them. */
export const WhenChoices = ({ about, onAbout, onDone }: WhenChoicesProps) => {
  const session = useSession()
  const when = useWriting((s) => s.when)
  const own = useWriting((s) => (about === null ? null : timeOf(s.draft, about)))
  const zone = useWriting((s) => s.draft.zone)
  const onZone = (next: string): void => session.change({ kind: 'zone', zone: next })
  const setOwn = (accountId: string, time: { wall: string; zone: string } | null): void => {
    session.change({ kind: 'own-time', accountId, time })
    onDone()
  }
  return (
    <>
      <Whose about={about} onAbout={onAbout} />
      {about === null ? (
        <WhenPanel
          key={TOGETHER}
          chosen={when}
          zone={zone}
          onZone={onZone}
          onChoose={(choice) => {
            session.setWhen(choice)
            onDone()
          }}
        />
      ) : (
        <WhenPanel
          key={about}
          chosen={own === null ? when : { kind: 'at', ...own }}
          zone={zone}
          alone={{ joined: own === null, onJoin: () => setOwn(about, null) }}
          onChoose={(choice) => choice.kind === 'at' && setOwn(about, { wall: choice.wall, zone: choice.zone })}
        />
      )}
    </>
  )
}

/** Whose time it is, where there are several. */
const Whose = ({ about, onAbout }: Pick<WhenChoicesProps, 'about' | 'onAbout'>) => {
  const { accounts, settings } = useDesk()
  const draft = useWriting((s) => s.draft)
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  useStore(accounts.state)
  if (draft.targets.length < 2) return null
  const options = draft.targets.map(({ accountId }) => {
    const name = accounts.account(accountId)?.name ?? say('composer.an-account-begins')
    const time = timeOf(draft, accountId)
    const moment = time === null ? null : timeLabel(time, { zone, now })
    return { key: accountId, label: moment === null ? name : say('composer.own-time', { name, moment }) }
  })
  const some = draft.targets.some(({ accountId }) => timeOf(draft, accountId) !== null)
  const together = say(some ? 'composer.time-for-others' : 'composer.time-for-all')
  return (
    <div className="when-whose">
      <SelectField
        label={say('composer.time-for')}
        options={[{ key: TOGETHER, label: together }, ...options]}
        chosen={about ?? TOGETHER}
        onChoose={(key) => onAbout(key === TOGETHER ? null : key)}
      />
    </div>
  )
}
