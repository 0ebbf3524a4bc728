import { say } from '../words/say.ts'

export const ActivityRoom = () => <h1>{say('activity.title')}</h1>
