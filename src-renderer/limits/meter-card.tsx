import { Pencil, Trash2 } from 'lucide-react'
import { useStore } from 'zustand'
import type { MeterState } from '../../src-preload/contract/model/quota.ts'
import { useDesk } from '../shell/desk-context.ts'
import { useNow } from '../time/use-now.ts'
import { IconButton } from '../ui/button.tsx'
import { MeterBar } from '../ui/meter-bar.tsx'
import { say } from '../words/say.ts'
import { limitName, resetWords, standing, subjectName } from './meter-words.ts'

type MeterCardProps = {
  meter: MeterState
  /** Left out for a limit that the channel sets. */
  onChange?: () => void
  onRemove?: () => void
}

/** One limit: what it is about, how full it is, when there is room again. */
export const MeterCard = ({ meter, onChange, onRemove }: MeterCardProps) => {
  const { accounts, settings } = useDesk()
  useStore(accounts.state)
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const subject = subjectName(meter.subject, {
    account: (id) => accounts.account(id)?.name ?? say('limits.an-account'),
  })
  const limit = limitName(meter)
  const name = say('limits.meter-name', { subject, limit })
  const resets = resetWords(meter, { zone, now })
  return (
    <li className="meter-card" aria-label={name}>
      <div className="meter-top">
        <div className="meter-name">
          <h3>{subject}</h3>
          <p>{limit}</p>
        </div>
        {onChange !== undefined && (
          <IconButton
            size="small"
            label={say('limits.change-named', { limit: name })}
            icon={<Pencil size="0.9375rem" />}
            onPress={onChange}
          />
        )}
        {onRemove !== undefined && (
          <IconButton
            size="small"
            label={say('limits.remove-named', { limit: name })}
            icon={<Trash2 size="0.9375rem" />}
            onPress={onRemove}
          />
        )}
      </div>
      {meter.limit > 0 && (
        <MeterBar
          label={name}
          used={meter.consumed}
          planned={meter.reserved}
          max={meter.limit}
          says={standing(meter)}
        />
      )}
      <p className="meter-words">
        <span>{standing(meter)}</span>
        {resets !== null && <span className="faint">{resets}</span>}
      </p>
    </li>
  )
}
