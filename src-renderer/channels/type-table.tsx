import type { ChannelDescriptor, Combination } from '../../src-preload/contract/model/channel.ts'
import { useIsWide } from '../shell/use-is-wide.ts'
import { combinationWords, lengthWords, textWords, WORDS_IN } from './allowance-words.ts'

/** Each thing that is told has a column from here on, in rem. */
const COLUMNS = 30

/** What a post can be there, and what each takes. */
export const TypeTable = ({ channel: { name, allows } }: { channel: ChannelDescriptor }) => {
  const [place, isWide] = useIsWide<HTMLElement>(COLUMNS)
  return (
    <section className="card allows-group" aria-labelledby="allows-types" ref={place}>
      <h2 id="allows-types">What a post can be</h2>
      <table className="allows-table">
        <caption className="unseen">What a post on {name} can be, and what it takes</caption>
        <thead>
          <tr>
            <th scope="col">Asked to be</th>
            <th scope="col">Takes</th>
            {isWide && <th scope="col">Words</th>}
            {isWide && <th scope="col">Length of a video</th>}
          </tr>
        </thead>
        {allows.content.map(({ type, takes }) => (
          <tbody key={type ?? ''}>
            {takes.map((one, index) => (
              <tr key={combinationWords(one)}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={takes.length}>
                    {type === null ? 'Any post' : typeName(type)}
                  </th>
                )}
                <Takes one={one} isWide={isWide} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const Takes = ({ one, isWide }: { one: Combination; isWide: boolean }) => {
  const words = `${WORDS_IN[one.words]}${one.text.length === 0 ? '' : `, ${textWords(one.text)}`}`
  const length = lengthWords(one.seconds)
  return isWide ? (
    <>
      <td>{combinationWords(one)}</td>
      <td>{words}</td>
      <td>{length}</td>
    </>
  ) : (
    <td>
      {combinationWords(one)}
      <span className="allows-more">
        Words: {words.toLowerCase()}
        {length !== '' && `. Video: ${length.toLowerCase()}`}
      </span>
    </td>
  )
}

/** `STORY` is how programs name it. */
const typeName = (type: string): string => type.charAt(0) + type.slice(1).toLowerCase()
