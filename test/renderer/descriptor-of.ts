import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'

/** A channel's description with what matters to a test. */
export const descriptorOf = (change: Partial<ChannelDescriptor>): ChannelDescriptor => ({
  ...createScriptedChannel().channel.descriptor,
  ...change,
})
