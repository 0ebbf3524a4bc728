import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AccountHealth } from '../../src-preload/contract/model/account.ts'
import { sayAsChannel } from '../words/say-as-channel.ts'
import { say } from '../words/say.ts'

type Advice = AccountHealth['recommendations'][number]

const ICONS: Readonly<Record<Advice['severity'], ReactNode>> = {
  error: <CircleAlert size="1rem" aria-hidden="true" />,
  warning: <TriangleAlert size="1rem" aria-hidden="true" />,
  note: <Lightbulb size="1rem" aria-hidden="true" />,
}

/** What to do so that posts keep going out. */
export const Recommendations = ({ recommendations }: { recommendations: readonly Advice[] }) =>
  recommendations.length > 0 && (
    <ul className="advice-list" aria-label={say('accounts.recommendations')}>
      {recommendations.map(({ severity, message, next }) => (
        <li key={message} className={`advice advice-${severity}`}>
          {ICONS[severity]}
          <p>
            <strong>{sayAsChannel(message)}</strong> {sayAsChannel(next)}
          </p>
        </li>
      ))}
    </ul>
  )
