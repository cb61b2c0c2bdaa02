import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { clientNetwork, knownAddresses } from '@/lib/server/client-address';
import { putDoors } from '@/lib/server/request-doors';
import { portOf } from '@/test/support/port-of';

/** A server that answers with the network it sees, as Next hands the header on. */
async function newServer(): Promise<string> {
  const server = createServer((request, response) => {
    const { 'x-forwarded-for': address = '' } = request.headers;
    response.end(clientNetwork(new Headers({ 'x-forwarded-for': String(address) })));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${portOf(server.address())}`;
}

test('without a proxy that is trusted, nobody comes from elsewhere than they do', async () => {
  putDoors(knownAddresses({ trustsProxy: false }));
  const origin = await newServer();
  expect(await (await fetch(origin)).text()).toBe('127.0.0.1');
  for (const sent of ['203.0.113.9', '203.0.113.9, 198.51.100.7', '']) {
    expect(await (await fetch(origin, { headers: { 'x-forwarded-for': sent } })).text()).toBe('127.0.0.1');
  }
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['192.0.2.66, 203.0.113.9', '203.0.113.9'],
  ['192.0.2.66,2001:db8:1:2::9', '2001:db8:1:2::/64'],
])('of %s a trusted proxy has added %s', (sent, network) => {
  expect(clientNetwork(new Headers({ 'x-forwarded-for': sent }))).toBe(network);
});
