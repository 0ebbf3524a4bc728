import type { ChannelDescriptor, Combination } from '../../src-preload/contract/model/channel.ts'
import { sayAsChannel } from '../words/say-as-channel.ts'
import { useIsWide } from '../shell/use-is-wide.ts'
import { say } from '../words/say.ts'
import { combinationWords, lengthWords, textWords, wordsIn } from './allowance-words.ts'

/** Each thing that is told has a column from here on, in rem. */
const COLUMNS = 30

/** What a post can be there, and what each takes. */
export const TypeTable = ({ channel: { name, allows } }: { channel: ChannelDescriptor }) => {
  const [place, isWide] = useIsWide<HTMLElement>(COLUMNS)
  return (
    <section className="card allows-group" aria-labelledby="allows-types" ref={place}>
      <h2 id="allows-types">{say('channels.types')}</h2>
      <table className="allows-table">
        <caption className="unseen">{say('channels.types-of', { channel: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('channels.asked-to-be')}</th>
            <th scope="col">{say('channels.takes')}</th>
            {isWide && <th scope="col">{say('channels.words')}</th>}
            {isWide && <th scope="col">{say('channels.video-length')}</th>}
          </tr>
        </thead>
        {allows.content.map(({ type, takes }) => (
          <tbody key={type ?? ''}>
            {takes.map((one, index) => (
              <tr key={combinationWords(one)}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={takes.length}>
                    {type === null ? say('channels.any-post') : sayAsChannel(typeName(type))}
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
  const words = [wordsIn(one), ...(one.text.length === 0 ? [] : [textWords(one.text)])].join(', ')
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
        {length === ''
          ? say('channels.words-in-text', { words: inText(words) })
          : say('channels.words-and-video', { words: inText(words), length: inText(length) })}
      </span>
    </td>
  )
}

const inText = (words: string): string => words.charAt(0).toLocaleLowerCase() + words.slice(1)

/** `STORY` is how programs name it. */
const typeName = (type: string): string => type.charAt(0) + type.slice(1).toLowerCase()
