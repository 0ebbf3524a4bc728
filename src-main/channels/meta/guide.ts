import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import type { Scope } from '../kit/oauth/provider.ts'

/** How to get an app of one's own for Facebook or Instagram, step by step. */
export const guideTo = (name: string, useCase: string, scopes: readonly Scope[]): ChannelDescriptor['guide'] => [
  {
    text: 'Sign in at Meta for Developers with the Facebook account that may publish there, and register as a developer.',
    url: 'https://developers.facebook.com/apps/',
  },
  {
    text: `Choose Create app, give it a name, and choose the use case “${useCase}”. One app can serve Facebook and Instagram.`,
    url: 'https://developers.facebook.com/apps/creation/',
  },
  { text: `In the use case, under Permissions, add ${scopes.map((one) => one.name).join(', ')}.`, url: null },
  {
    text: 'Under Facebook Login > Settings, switch on Client OAuth login and Web OAuth login, and add the address that Posthorn shows as a valid redirect address, with localhost in place of 127.0.0.1.',
    url: null,
  },
  {
    text: `Sign in from Posthorn while the app is in development: only then Facebook sends you back to this computer. With a role in the app you may publish to your own ${name} without a review. Switch the app to live afterwards: until then only people with a role in it see what it publishes.`,
    url: 'https://developers.facebook.com/docs/development/build-and-test/app-modes',
  },
  { text: 'Under App settings > Basic, copy the App ID and the App secret.', url: null },
]
