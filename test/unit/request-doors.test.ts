import { createServer, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type Door, putDoors } from '@/lib/server/request-doors';
import { portOf } from '@/test/support/port-of';

/** Says on the response that the request came through, and keeps what is for it. */
function door(name: string): Door {
  return (request, response, goOn) => {
    response.setHeader('x-doors', `${response.getHeader('x-doors') ?? ''}${name}`);
    if (request.url === `/${name}`) response.end(`answered at ${name}`);
    else goOn();
  };
}

putDoors(door('a'), door('b'));

async function ask(port: number, path: string) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: 'localhost', port, path, agent: false }, resolve).on('error', reject);
  });
  return [response.headers['x-doors'], await text(response)];
}

test('each request comes through the doors in their order, the first of a server too', async () => {
  for (const site of ['one', 'other']) {
    const server = createServer((_, response) => response.end(`answered by ${site}`));
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const port = portOf(server.address());
    expect(await ask(port, '/page')).toEqual(['ab', `answered by ${site}`]);
    expect(await ask(port, '/b')).toEqual(['ab', 'answered at b']);
    expect(await ask(port, '/a')).toEqual(['a', 'answered at a']);
    expect(await ask(port, '/page')).toEqual(['ab', `answered by ${site}`]);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
});
