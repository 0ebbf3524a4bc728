import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { combinationWords, lengthWords, textWords, WORDS_IN } from './allowance-words.ts'

/** What a post can be there, and what each takes. */
export const TypeTable = ({ channel: { name, allows } }: { channel: ChannelDescriptor }) => (
  <section className="card allows-group allows-types" aria-labelledby="allows-types">
    <h2 id="allows-types">What a post can be</h2>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex: what scrolls must be reached by keys. */}
    <div className="allows-scroll" role="region" aria-labelledby="allows-types" tabIndex={0}>
      <table className="allows-table">
        <caption className="unseen">What a post on {name} can be, and what it takes</caption>
        <thead>
          <tr>
            <th scope="col">Asked to be</th>
            <th scope="col">Takes</th>
            <th scope="col">Words</th>
            <th scope="col">Length of a video</th>
          </tr>
        </thead>
        {allows.content.map(({ type, takes }) => (
          <tbody key={type ?? ''}>
            {takes.map((one, place) => (
              <tr key={combinationWords(one)}>
                {place === 0 && (
                  <th scope="rowgroup" rowSpan={takes.length}>
                    {type === null ? 'Nothing special' : typeName(type)}
                  </th>
                )}
                <td>{combinationWords(one)}</td>
                <td>
                  {WORDS_IN[one.words]}
                  {one.text.length > 0 && `, ${textWords(one.text)}`}
                </td>
                <td>{lengthWords(one.seconds)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  </section>
)

/** `STORY` is how programs name it. */
const typeName = (type: string): string => type.charAt(0) + type.slice(1).toLowerCase()
