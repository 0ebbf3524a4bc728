import { FileCheck2, TriangleAlert } from 'lucide-react'
import { useStore } from 'zustand'
import type { ImportSource } from '../../src-preload/contract/model/exchange.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatMoment } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import { say } from '../words/say.ts'
import { sourceKind } from './exchange-words.ts'
import { StageBody } from './stage-body.tsx'
import { StageFoot } from './stage-list.tsx'
import './file-stage.css'

/** What the file was taken for; all of it can be put right. */
export const FileStage = () => {
  const { exchange, settings } = useDesk()
  const { source, choices, busy } = useStore(exchange.state)
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  if (source === null) return null
  return (
    <StageBody titleId="file-title">
      <div className="file-found">
        <FileCheck2 size="1.5rem" aria-hidden="true" />
        <div>
          <h2 id="file-title">{sourceKind(source)}</h2>
          <p className="soft">{say('exchange.found', { rows: source.rows, columns: source.columns.length })}</p>
        </div>
      </div>
      {source.before !== null && (
        <output className="exchange-note">
          <TriangleAlert size="1rem" aria-hidden="true" />
          {say('exchange.before', { when: formatMoment(Date.parse(source.before), zone, now) })}
        </output>
      )}
      <div className="form exchange-form file-form">
        {source.encoding !== null && <EncodingField encoding={source.encoding} />}
        {source.separator !== null && <SeparatorFields source={source} separator={source.separator} />}
        <ZoneField
          label={say('exchange.zone')}
          description={say('exchange.zone-about')}
          zone={choices.zone}
          onChange={(chosen) => exchange.choose({ zone: chosen })}
        />
        {source.format !== 'posthorn' && (
          <SelectField
            label={say('exchange.days')}
            {...(source.dayOrderSure ? {} : { description: say('exchange.days-unsure') })}
            options={(['day-first', 'month-first'] as const).map((key) => ({ key, label: say(`exchange.${key}`) }))}
            chosen={choices.dayOrder}
            onChoose={(dayOrder) => exchange.choose({ dayOrder })}
          />
        )}
      </div>
      <Sample source={source} />
      <StageFoot back={null}>
        <Button
          look="primary"
          isPending={busy === 'reading'}
          isDisabled={source.rows === 0}
          onPress={() => exchange.go('columns')}
        >
          {say('exchange.on-to-columns')}
        </Button>
      </StageFoot>
    </StageBody>
  )
}

const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const

const EncodingField = ({ encoding }: { encoding: string }) => {
  const { exchange } = useDesk()
  const known = [...new Set([encoding, ...ENCODINGS])]
  return (
    <SelectField
      label={say('exchange.encoding')}
      description={say('exchange.encoding-about')}
      options={known.map((key) => ({ key, label: key.toUpperCase() }))}
      chosen={encoding}
      onChoose={(key) => void exchange.reread({ encoding: key })}
    />
  )
}

const SEPARATORS = [
  { key: ',', name: 'comma' },
  { key: ';', name: 'semicolon' },
  { key: '\t', name: 'tab' },
  { key: '|', name: 'stroke' },
] as const

type SeparatorFieldsProps = { source: ImportSource; separator: NonNullable<ImportSource['separator']> }

const SeparatorFields = ({ source, separator }: SeparatorFieldsProps) => {
  const { exchange } = useDesk()
  const how = source.encoding === null ? {} : { encoding: source.encoding }
  return (
    <>
      <SelectField
        label={say('exchange.separator')}
        options={SEPARATORS.map(({ key, name }) => ({ key, label: say(`exchange.separator-${name}`) }))}
        chosen={separator}
        onChoose={(key) => void exchange.reread({ ...how, separator: key })}
      />
      <CheckboxField
        label={say('exchange.header')}
        on={source.header}
        onChange={(header) => void exchange.reread({ ...how, separator, header })}
      />
    </>
  )
}

/** The first cells of each column, as they were read: whether the letters are right is seen here. */
const Sample = ({ source }: { source: ImportSource }) => (
  // Wider than its place, it must be reachable to be scrolled by keys.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className="sample" tabIndex={0} aria-label={say('exchange.sample')}>
    <table>
      <thead>
        <tr>
          {source.columns.map(({ name }) => (
            <th key={name} scope="col">
              <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[0, 1, 2].map((line) => (
          <tr key={line}>
            {source.columns.map(({ name, sample }) => (
              <td key={name} dir="auto">
                {sample[line]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
