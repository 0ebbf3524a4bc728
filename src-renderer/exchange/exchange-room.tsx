import { say } from '../words/say.ts'

export const ExchangeRoom = () => <h1>{say('exchange.title')}</h1>
