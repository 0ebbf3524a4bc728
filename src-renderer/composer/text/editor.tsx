import { useRef } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { focusFirst } from '../../ui/focus-first.ts'
import { say } from '../../words/say.ts'
import { differs, textOf } from '../draft/draft.ts'
import type { SessionState } from '../composer-session.ts'
import { postMode } from '../draft/post-mode.ts'
import { useSession, useWriting } from '../use-session.ts'
import { useMarkKeys } from './mark-tools.tsx'
import { fieldProps, OfferCount, OfferList } from './offer-list.tsx'
import { useOffers } from './use-offers.ts'
import './editor.css'

/**
 * Where the text in view becomes too long for the first account that minds, in UTF-16 units; null where nobody does.
 * An answer about older words may point behind the end of the newer ones: then nothing is marked.
 */
const selectOverflow = (state: SessionState): number | null => {
  const { draft, scope, checks } = state
  const about = draft.targets.filter(({ accountId }) =>
    scope.kind === 'account' ? accountId === scope.accountId : !differs(draft, accountId),
  )
  const marks = about.flatMap(({ accountId }) =>
    (checks.get(accountId)?.problems ?? []).flatMap(({ field, severity, at }) =>
      field === 'text' && severity === 'error' && at !== undefined ? [at] : [],
    ),
  )
  return marks.length === 0 ? null : Math.min(...marks)
}

/** The page itself. It grows with its text; what a channel will not take is marked, never refused. */
export const Editor = () => {
  const { accounts } = useDesk()
  const session = useSession()
  const scope = useWriting((s) => s.scope)
  const text = useWriting((s) => textOf(s.draft, s.scope))
  const overflow = useWriting(selectOverflow)
  const mode = useWriting((s) => postMode(s.post))
  const untouched = useWriting((s) => s.save.kind === 'untouched')
  const name = scope.kind === 'account' ? accounts.account(scope.accountId)?.name : undefined
  const frame = useRef<HTMLDivElement>(null)
  const offers = useOffers()
  const hearMarks = useMarkKeys(session)
  return (
    <div className="editor-frame" ref={frame}>
      <div className="editor">
        <div className="editor-shadow" aria-hidden="true">
          {overflow === null ? text : text.slice(0, overflow)}
          {overflow !== null && <mark>{text.slice(overflow)}</mark>}{' '}
        </div>
        <textarea
          key={scope.kind === 'account' ? scope.accountId : scope.kind}
          ref={focusFirst}
          className="editor-text"
          aria-label={name === undefined ? say('composer.post-text') : say('composer.post-text-for', { name })}
          aria-describedby="problems"
          aria-invalid={overflow !== null || undefined}
          data-untouched={untouched || undefined}
          {...fieldProps(offers)}
          placeholder={say('composer.what-to-say')}
          value={text}
          readOnly={mode === 'done' || mode === 'sending'}
          onChange={(event) => {
            session.change({ kind: 'text', scope, text: event.target.value })
            offers.look(event.currentTarget)
          }}
          onSelect={(event) => offers.look(event.currentTarget)}
          onBlur={offers.close}
          onKeyDown={(event) => {
            if (!offers.press(event) && !hearMarks(event.nativeEvent)) return
            event.preventDefault()
            event.stopPropagation()
          }}
          maxLength={100_000}
          dir="auto"
        />
      </div>
      <OfferList offers={offers} frame={frame} />
      <OfferCount offers={offers} />
    </div>
  )
}
