import type { z } from 'zod'
import { googleForm, serverOf } from '../google/sign-in.ts'

/** What is kept: people never see the server. */
export const googleBusinessSettings = googleForm.extend({ server: serverOf('https://mybusiness.googleapis.com') })
export type GoogleBusinessSettings = z.infer<typeof googleBusinessSettings>
