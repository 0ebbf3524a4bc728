import type { Access, ChannelTools, Permission, Renewed, SignIn } from '../../channel.ts'
import type { Provider, Tokens } from './provider.ts'

/** What a channel with a sign-in does with its provider. */
export type OAuth<S> = {
  signIn: SignIn<S>
  /**
   * The token to act with: renewed first where half of its life is over, or when `fresh` is asked for since the network
   * refused the last one. Throws `NoSecret` where a person must sign in again, and `RequestFailed` where it cannot be renewed now.
   */
  tokens(access: Access<S>, fresh?: 'fresh'): Promise<Tokens>
  renew(access: Access<S>): Promise<Renewed>
  /** What was asked for, and whether it was granted, by what the tokens tell. */
  permissions(tokens: Tokens, settings: S): Permission[]
  /** When these are to be renewed, and when a person must sign in again: for `Connected`. */
  life(tokens: Tokens): { renewAt?: number; expiresAt?: number }
}

/** `provider` may hang on the settings, as with a server of one's own choice. */
export declare const createOAuth: <S extends { clientId: string }>(
  provider: Provider | ((settings: S) => Provider),
  port: SignIn<S>['port'],
  tools: ChannelTools,
) => OAuth<S>
