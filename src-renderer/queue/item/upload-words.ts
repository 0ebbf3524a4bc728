import type { Progress } from '../progress-store.ts'
import { say } from '../../words/say.ts'
import { formatSize } from '../../words/size.ts'

/** `42 % of 310 MB`. */
export const uploadWords = ({ sent, total }: Progress): string =>
  say('item.uploaded', { percent: Math.floor((Math.min(sent, total) / total) * 100), size: formatSize(total) })
