import { useStore } from 'zustand'
import type { ImportCheck, ImportProblem } from '../../src-preload/contract/model/exchange.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { say, sayNumber } from '../words/say.ts'
import { fieldName, problemKind } from './exchange-words.ts'
import type { Shown } from './rows-stage.tsx'
import './stage.css'
import './fix-bar.css'

type FixBarProps = { check: ImportCheck; shown: Shown; onShow: (shown: Shown) => void }

/** The kinds of trouble, each with how many rows have it: to look at them alone, or to put them right all at once. */
export const FixBar = ({ check, shown, onShow }: FixBarProps) => {
  const { exchange } = useDesk()
  const offer = useStore(exchange.state, (s) => s.offer)
  const kinds = kindsIn(check)
  if (kinds.length === 0 && offer === null) return null
  return (
    <div className="fixes">
      {kinds.length > 0 && (
        <ul className="kinds" aria-label={say('exchange.kinds')}>
          {kinds.map(({ code, severity, rows }) => (
            <li key={code} data-severity={severity}>
              <button type="button" aria-pressed={shown === code} onClick={() => onShow(shown === code ? 'all' : code)}>
                {problemKind(code)} <span className="kind-count">{sayNumber(rows.length)}</span>
              </button>
              <Menu
                label={say('exchange.fix-all', { kind: problemKind(code) })}
                trigger={
                  <Button size="small" look="quiet" aria-label={say('exchange.fix-all', { kind: problemKind(code) })}>
                    {say('exchange.fix')}
                  </Button>
                }
                entries={[
                  {
                    key: 'skip',
                    label: say('exchange.fix-skip', { count: rows.length }),
                    run: () => exchange.skip(rows, true),
                  },
                  ...(code.startsWith('when-') || code === 'no-account'
                    ? [
                        {
                          key: 'draft',
                          label: say('exchange.fix-draft', { count: rows.length }),
                          run: () => exchange.editAll(rows, 'when', ''),
                        },
                      ]
                    : []),
                  ...(code.startsWith('media-')
                    ? [
                        {
                          key: 'media',
                          label: say('exchange.fix-media', { count: rows.length }),
                          run: () => exchange.editAll(rows, 'media', ''),
                        },
                      ]
                    : []),
                ]}
              />
            </li>
          ))}
        </ul>
      )}
      <UnknownNames check={check} />
      {offer !== null && (
        <output className="exchange-note">
          {say('exchange.offer', { count: offer.rows.length, field: fieldName(offer.field) })}
          <Button size="small" onPress={() => exchange.acceptOffer()}>
            {say('exchange.offer-accept', { count: offer.rows.length })}
          </Button>
        </output>
      )}
    </div>
  )
}

/** Names that no account has: told once, they mean that account on every row. */
const UnknownNames = ({ check }: { check: ImportCheck }) => {
  const { exchange, accounts } = useDesk()
  const names = useStore(exchange.state, (s) => s.choices.names)
  const known = useStore(accounts.state, (s) => s.accounts).filter(({ connection }) => connection !== 'disconnected')
  if (check.unknown.length === 0 || known.length === 0) return null
  return (
    <ul className="unknown">
      {check.unknown.slice(0, MOST).map(({ name, rows }) => (
        <li key={name}>
          <span>{say('exchange.unknown', { name, count: rows })}</span>
          <SelectField
            label={say('exchange.unknown-means', { name })}
            hideLabel
            options={[
              { key: 'ask', label: say('exchange.unknown-ask') },
              ...known.map((one) => ({ key: one.id, label: one.name })),
            ]}
            chosen="ask"
            onChoose={(id) => id !== 'ask' && exchange.choose({ names: { ...names, [name]: id } })}
          />
        </li>
      ))}
    </ul>
  )
}

/** More names than this are put right one after the other. */
const MOST = 5

type Kind = { code: ImportProblem['code']; severity: ImportProblem['severity']; rows: number[] }

const kindsIn = ({ rows }: ImportCheck): Kind[] => {
  const kinds = new Map<string, Kind>()
  for (const { row, problems } of rows) {
    for (const { code, severity } of problems) {
      const kind = kinds.get(`${severity} ${code}`) ?? { code, severity, rows: [] }
      if (kind.rows.at(-1) !== row) kind.rows.push(row)
      kinds.set(`${severity} ${code}`, kind)
    }
  }
  const all = [...kinds.values()]
  const first = new Map<string, Kind>()
  for (const kind of all.toSorted((a, b) => a.severity.localeCompare(b.severity) || b.rows.length - a.rows.length)) {
    const known = first.get(kind.code)
    if (known) known.rows.push(...kind.rows.filter((row) => !known.rows.includes(row)))
    else first.set(kind.code, kind)
  }
  return [...first.values()]
}
