import type { AddressInfo } from 'node:net';

/** The port that a server of a test has been given. */
export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server is not listening on a port');
  return address.port;
}
