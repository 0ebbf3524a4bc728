import { KeyRound } from 'lucide-react'
import { EmptyState } from '../ui/empty-state.tsx'
import { say } from '../words/say.ts'

/** What a browser sees that opened the address without the key in it. */
export const NoKey = () => (
  <main>
    <EmptyState icon={<KeyRound size="1.625rem" />} title={say('frame.no-key')}>
      <p>{say('frame.no-key-help')}</p>
    </EmptyState>
  </main>
)
