import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/**
 * Next answers 500, before proxy.ts is asked, to what cannot be written as a web `Request`: the method TRACE, and `*`
 * in place of a path. Both become something that proxy.ts refuses as it refuses all that is not for it.
 */
export function tameOddRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const request = isStart(message) ? message.request : undefined;
    if (!(request instanceof IncomingMessage)) return;
    if (request.method === 'TRACE') request.method = 'PATCH';
    if (!request.url?.startsWith('/') && !URL.canParse(request.url ?? '')) request.url = '/*';
  });
}

function isStart(message: unknown): message is { readonly request: unknown } {
  return typeof message === 'object' && message !== null && 'request' in message;
}
