import { first } from './0001-first.ts'
import { second } from './0002-second.ts'
import { third } from './0003-channels.ts'
import { fourth } from './0004-templates.ts'
import { fifth } from './0005-imports.ts'
import { sixth } from './0006-activity.ts'
import { seventh } from './0007-awake.ts'
import { eighth } from './0008-said.ts'
import { ninth } from './0009-pictures.ts'
import type { Migration } from './migration.ts'

/** In order, without gaps. What has been released is never changed, only added to. */
export const migrations: readonly Migration[] = [first, second, third, fourth, fifth, sixth, seventh, eighth, ninth]
