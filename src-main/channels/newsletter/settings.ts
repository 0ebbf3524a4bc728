import { isAbsolute } from 'node:path'
import { z } from 'zod'

const isLocal = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host)

const oneLine = (title: string, max: number) =>
  z
    .string(`Enter the ${title}.`)
    .trim()
    .min(1, `Enter the ${title}.`)
    .max(max)
    .refine((typed) => !/\p{Cc}/u.test(typed), 'Use one line.')

/** What a person fills in. */
export const newsletterSettings = z
  .strictObject({
    host: oneLine('name of the mail server', 253)
      .refine((host) => /^[\p{L}\p{N}.:-]+$/u.test(host), 'Use a name such as smtp.example.com.')
      .meta({
        title: 'Mail server',
        description: 'The server for outgoing mail (SMTP).',
        examples: ['smtp.example.com'],
      }),
    security: z.enum(['tls', 'starttls', 'none']).default('tls').meta({
      title: 'Encryption',
      description: 'From the start (tls), after the greeting (starttls); none is only for a server on this computer.',
    }),
    port: z
      .int()
      .min(1)
      .max(65_535)
      .optional()
      .meta({ title: 'Port', description: 'Left out: 465 for tls, 587 for starttls, 25 for none.' }),
    sender: oneLine('address of the sender', 400).meta({
      title: 'Sender',
      description: 'Your name and address as readers see them.',
      examples: ['Alice Example <alice@example.com>'],
    }),
    user: oneLine('user name', 320)
      .optional()
      .meta({ title: 'User name', description: 'For the mail server. Left out: the address of the sender.' }),
    recipients: z
      .string()
      .max(400_000)
      .optional()
      .meta({
        title: 'Readers',
        description:
          'Who gets it, one on a line. Each gets a message of their own. A line that begins with # is a note.',
        format: 'multiline',
        examples: ['Bob <bob@example.com>'],
      }),
    recipientsFile: z
      .string()
      .refine((path) => isAbsolute(path) && !path.includes('\0'), 'Give the whole path of the file.')
      .optional()
      .meta({
        title: 'File of readers',
        description: 'A text file that you keep, one reader on a line; it is read anew for each post.',
      }),
    name: oneLine('name', 100)
      .optional()
      .meta({ title: 'Name of the newsletter', description: 'Left out: the name of the sender.' }),
    replyTo: oneLine('address for answers', 400)
      .optional()
      .meta({ title: 'Answers go to', description: 'Left out: to the sender.', examples: ['hello@example.com'] }),
    unsubscribeLine: z.boolean().optional().meta({
      title: 'End each message with a line to unsubscribe',
      description:
        'Mail programs show a button for it either way. Who uses it writes to you: take them out of the list.',
    }),
  })
  .refine(({ security, host }) => security !== 'none' || isLocal(host), {
    path: ['security'],
    error: 'Without encryption your password could be read on the way: use tls or starttls.',
  })
export type NewsletterSettings = z.infer<typeof newsletterSettings>

const PORTS = { tls: 465, starttls: 587, none: 25 } as const
export const portOf = ({ port, security }: NewsletterSettings): number => port ?? PORTS[security]
