import { Download } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { PostStatus } from '../../src-preload/contract/model/post.ts'
import { saveFile } from '../shell/save-file.ts'
import { useDesk } from '../shell/desk-context.ts'
import { writeRoute } from '../shell/route.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { say, sayRich } from '../words/say.ts'
import './stage.css'

const WHICH = {
  all: undefined,
  drafts: ['draft'],
  queue: ['scheduled', 'publishing'],
  published: ['published', 'partial'],
} as const satisfies Readonly<Record<string, readonly PostStatus[] | undefined>>
type Which = keyof typeof WHICH

/** Posts out, as one file. */
export const ExportSide = () => {
  const { link } = useDesk()
  const [which, setWhich] = useState<Which>('all')
  const [format, setFormat] = useState<'json' | 'csv'>('json')
  const [media, setMedia] = useState(true)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [written, setWritten] = useState<Output<'exports.write'> | null>(null)
  const write = async (): Promise<void> => {
    setBusy(true)
    const statuses = WHICH[which]
    const reply = await link.bridge.call('exports.write', {
      format,
      media: format === 'json' && media,
      ...(statuses && { statuses: [...statuses] }),
    })
    setBusy(false)
    setFailure(reply.ok ? null : reply.failure)
    setWritten(reply.ok ? reply.value : null)
    if (reply.ok && reply.value.posts > 0) save(reply.value)
  }
  return (
    <section className="stage-body export" aria-labelledby="export-title">
      <div>
        <h2 id="export-title">{say('exchange.export-title')}</h2>
        <p className="soft">{say('exchange.export-about')}</p>
      </div>
      <div className="form exchange-form">
        <SelectField
          label={say('exchange.export-which')}
          options={(['all', 'drafts', 'queue', 'published'] as const).map((key) => ({
            key,
            label: say(`exchange.export-${key}`),
          }))}
          chosen={which}
          onChoose={setWhich}
        />
        <Segments
          label={say('exchange.export-format')}
          options={[
            { key: 'json', label: say('exchange.export-json') },
            { key: 'csv', label: say('exchange.export-csv') },
          ]}
          chosen={format}
          onChoose={setFormat}
        />
        <p className="faint">{say(format === 'json' ? 'exchange.export-json-about' : 'exchange.export-csv-about')}</p>
        {format === 'json' && <CheckboxField label={say('exchange.export-media')} on={media} onChange={setMedia} />}
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      <div className="choose-ways export-ways">
        <Button
          look="primary"
          icon={<Download size="1rem" aria-hidden="true" />}
          isPending={busy}
          onPress={() => void write()}
        >
          {say('exchange.export-write')}
        </Button>
        <output>
          {written !== null &&
            (written.posts === 0
              ? say('exchange.export-none')
              : say('exchange.export-done', { posts: written.posts, files: written.files, name: written.name }))}
        </output>
      </div>
      <p className="faint">
        {sayRich('exchange.export-everything', {
          link: toData,
        })}
      </p>
    </section>
  )
}

const toData = (inside: ReactNode) => <a href={writeRoute({ room: 'settings', page: 'data' })}>{inside}</a>

/** The browser asks where to, or puts it where it puts what is downloaded; the desktop's window asks. */
const save = ({ data, mime, name }: Output<'exports.write'>): void => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  saveFile(name, bytes, mime)
}
