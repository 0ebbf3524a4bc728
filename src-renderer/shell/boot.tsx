import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { I18nProvider, ProgressBar } from 'react-aria-components'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { useStore } from 'zustand'
import { say } from '../words/say.ts'
import { ariaLocale } from '../ui/aria-locale.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FacesContext } from '../ui/faces-context.ts'
import { AfterMoment } from '../ui/skeleton.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { type Desk, loadDesk } from './desk.ts'
import { DeskContext } from './desk-context.ts'
import './boot.css'

/** Reads what every room needs, then shows them; says why when it cannot, and tries again. */
export const Boot = ({ desk, children }: { desk: Desk; children: ReactNode }) => {
  const [state, setState] = useState<{ kind: 'loading' | 'ready' } | { kind: 'failed'; failure: Failure }>({
    kind: 'loading',
  })
  const begun = useRef(false)
  const load = useCallback(async () => {
    const failure = await loadDesk(desk)
    setState(failure === null ? { kind: 'ready' } : { kind: 'failed', failure })
  }, [desk])

  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void load()
  }, [load])

  return (
    <I18nProvider locale={ariaLocale()}>
      <DeskContext value={desk}>
        {state.kind === 'ready' && <FacesContext value={desk.faces}>{children}</FacesContext>}
        {state.kind === 'loading' && (
          <AfterMoment>
            <Opening desk={desk} />
          </AfterMoment>
        )}
        {state.kind === 'failed' && (
          <main className="boot">
            <FailureNote failure={state.failure}>
              <Button onPress={() => void load()}>{say('common.try-again')}</Button>
            </FailureNote>
          </main>
        )}
      </DeskContext>
    </I18nProvider>
  )
}

/** That it opens, and how far it is where the file is first brought to a newer form. */
const Opening = ({ desk }: { desk: Desk }) => {
  const percent = useStore(desk.pulse.state, (s) => s.updating)
  if (percent === null) {
    return (
      <output className="boot">
        <Spinner size="1.25rem" /> {say('frame.opening')}
      </output>
    )
  }
  return (
    <main className="boot boot-updating">
      <h1>{say('frame.updating')}</h1>
      <ProgressBar aria-label={say('frame.updating')} value={percent} className="boot-bar">
        <span style={{ width: `${percent}%` }} />
      </ProgressBar>
      <p>{say('frame.updating-how', { percent })}</p>
    </main>
  )
}
