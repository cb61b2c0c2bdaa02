import { subscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';

/** Answers a request, or goes on to what comes behind it. */
export type Door = (request: IncomingMessage, response: ServerResponse, goOn: () => void) => void;

/** Puts doors before all that this process's servers answer with, Next above all; the first one outermost. */
export function putDoors(...doors: readonly Door[]): void {
  const known = new WeakSet<Server>();
  subscribe('http.server.request.start', (message) => {
    const server = serverOf(message);
    if (!server || known.has(server)) return;
    known.add(server);
    const others = server.listeners('request');
    const inside = (request: IncomingMessage, response: ServerResponse) => {
      for (const other of others) Reflect.apply(other, server, [request, response]);
    };
    server.removeAllListeners('request');
    server.on(
      'request',
      doors.reduceRight<typeof inside>(
        (behind, door) => (request, response) => door(request, response, () => behind(request, response)),
        inside,
      ),
    );
  });
}

function serverOf(message: unknown): Server | undefined {
  const isOfServer = typeof message === 'object' && message !== null && 'server' in message;
  return isOfServer && message.server instanceof Server ? message.server : undefined;
}
