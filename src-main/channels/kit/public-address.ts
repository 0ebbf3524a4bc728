import ipaddr from 'ipaddr.js'

/** Whether an IP address belongs to the open internet: not to this computer, the house, or a tunnel into either. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
