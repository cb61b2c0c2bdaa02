import type { IncomingMessage } from 'node:http';
import type { Door } from './request-doors';
import { isFormType, MAX_BODY_OCTETS } from './request-limits';
import { readSubmission } from './submission';

/** Says to proxy.ts that a form has been judged and is fit to be run. */
export const RUNNABLE_HEADER = 'x-stegvis-runnable';

/**
 * Judges a form while its octets are at hand: reading the copy that Next makes for proxy.ts takes a fifth of the whole
 * answer. What is not runnable is read there once more, to say why.
 */
export function judgedForms(): Door {
  return (request, _response, goOn) => {
    delete request.headers[RUNNABLE_HEADER];
    const length = Number(request.headers['content-length'] ?? 0);
    const isForm = request.method === 'POST' && isFormType(request.headers['content-type'] ?? '');
    if (!isForm || !(length > 0 && length <= MAX_BODY_OCTETS)) return goOn();
    whenRead(request, length, async (body) => {
      if (await isRunnable(request, body)) request.headers[RUNNABLE_HEADER] = 'yes';
      goOn();
    });
  };
}

async function isRunnable({ headers }: IncomingMessage, body: Buffer): Promise<boolean> {
  const form = new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } });
  const action = headers['next-action'];
  return (await readSubmission(form, typeof action === 'string' ? action : null)).is === 'runnable';
}

/** Hands on a body once all of it has come, and leaves it there to be read again. */
function whenRead(request: IncomingMessage, length: number, done: (body: Buffer) => Promise<void>): void {
  const parts: Buffer[] = [];
  let size = 0;
  const read = () => {
    for (let part: Buffer | null = request.read(); part !== null; part = request.read()) {
      parts.push(part);
      size += part.length;
    }
    if (size < length) return;
    request.off('readable', read);
    const body = Buffer.concat(parts);
    request.unshift(body);
    void done(body);
  };
  request.on('readable', read);
}
