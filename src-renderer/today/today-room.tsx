import { say } from '../words/say.ts'

export const TodayRoom = () => <h1>{say('today.title')}</h1>
