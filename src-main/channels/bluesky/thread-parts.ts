import { fitsIn, plainMeasure } from '../check/count-text.ts'
import { type Splitting, threadParts } from '../check/thread-parts.ts'
import { BLUESKY_TEXT } from '../rules/bluesky.ts'

export const fitsOnePost = fitsIn(BLUESKY_TEXT.map(plainMeasure))

/** The texts that will stand on Bluesky, in order. */
export const postsOf = (draft: Splitting): [string, ...string[]] => threadParts(draft, fitsOnePost)
