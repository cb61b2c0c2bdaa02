import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { onRequestStart } from './request-start';

/** Answers a request, or goes on to what comes behind it. */
export type Door = (request: IncomingMessage, response: ServerResponse, goOn: () => void) => void;

/** Puts doors before all that this process's servers answer with, the first one outermost. */
export function putDoors(...doors: readonly Door[]): void {
  const known = new WeakSet<Server>();
  onRequestStart(({ server }) => {
    if (known.has(server)) return;
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
