import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { say } from '../words/say.ts'
import { inOwnWords } from '../words/say-failure.ts'

/**
 * Where a part of the page cannot be drawn, this stands in its place instead of nothing at all; what stands around it
 * goes on. `about`: with another one it is tried anew.
 */
export const Guard = ({ about, children }: { about: string; children: ReactNode }) => (
  <ErrorBoundary FallbackComponent={Broken} resetKeys={[about]}>
    {children}
  </ErrorBoundary>
)

const Broken = ({ error, resetErrorBoundary }: FallbackProps) => (
  <div className="room-body">
    <FailureNote
      failure={{
        ...inOwnWords({ message: say('frame.broken'), next: say('frame.broken-next') }),
        detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      }}
    >
      <Button size="small" icon={<RotateCw size="0.9375rem" aria-hidden="true" />} onPress={resetErrorBoundary}>
        {say('common.try-again')}
      </Button>
      <Button size="small" look="quiet" onPress={() => window.location.reload()}>
        {say('frame.reload')}
      </Button>
    </FailureNote>
  </div>
)
