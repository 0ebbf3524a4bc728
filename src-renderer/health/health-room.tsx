import { say } from '../words/say.ts'

export const HealthRoom = () => <h1>{say('health.title')}</h1>
