import { startMailServer } from '../../../servers/smtp.ts'
import { apartFromAll } from '../faults.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'newsletter',
  server: 'real smtp-server 3.21.6',
  publishes: 'DATA',
  apart: apartFromAll('it speaks SMTP, which has cuts and refusals of its own: newsletter.server.test.ts has them'),
  open: async () => {
    const server = await startMailServer()
    const settings = {
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      sender: 'Alice Example <alice@example.test>',
      recipients: 'bob@example.test',
    }
    return {
      origin: `http://127.0.0.1:${server.port}`,
      account: () => Promise.resolve({ settings, secret: server.password }),
      standing: () => Promise.resolve(server.mails.length),
      close: () => server.close(),
    }
  },
}
