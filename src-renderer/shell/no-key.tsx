import { KeyRound } from 'lucide-react'
import { EmptyState } from '../ui/empty-state.tsx'

/** What a browser sees that opened the address without the key in it. */
export const NoKey = () => (
  <main>
    <EmptyState icon={<KeyRound size="1.625rem" />} title="This link is not complete">
      <p>Posthorn printed a link with a key in it when it started. Open that link to get in.</p>
    </EmptyState>
  </main>
)
