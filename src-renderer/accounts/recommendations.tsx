import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AccountHealth } from '../../src-preload/contract/model/account.ts'
import { sayFailure } from '../words/say-failure.ts'
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
      {recommendations.map((advice) => (
        <li key={advice.message} className={`advice advice-${advice.severity}`}>
          {ICONS[advice.severity]}
          <p>
            <strong>{sayFailure(advice).message}</strong> {sayFailure(advice).next}
          </p>
        </li>
      ))}
    </ul>
  )
