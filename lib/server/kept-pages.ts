import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { keepNewest } from '@/lib/domain/keep-newest';
import type { Door } from './request-doors';

/** A whole answer. */
type Kept = { readonly headers: OutgoingHttpHeaders; readonly etag: string; readonly body: Buffer };

/** More than there are pages, each in the encodings that browsers ask for. */
const MOST_KEPT = 500;

/** What Next sets on the answers that it made at build. */
const MADE_AT_BUILD = 'x-nextjs-prerender';

/**
 * Answers visitors' pages from memory: they are the same for all until the site is built anew. What proxy.ts and Next
 * have answered once is answered again to the same address and encoding.
 */
export function keptPages(): Door {
  const kept = new Map<string, Kept>();
  return (request, response, goOn) => {
    const key = keyOf(request);
    const page = key === undefined ? undefined : kept.get(key);
    if (page) return answer(page, request, response);
    if (key !== undefined) whenAnswered(response, (made) => keepNewest(kept, MOST_KEPT, key, made));
    goOn();
  };
}

/** Undefined where the answer may depend on more than the address and the encoding. */
function keyOf({ method, url = '', headers }: IncomingMessage): string | undefined {
  const isPlain = method === 'GET' && !url.includes('?') && headers.cookie === undefined;
  if (!isPlain || headers.range !== undefined || Object.keys(headers).some(isOfNext)) return undefined;
  return `${url} ${headers['accept-encoding'] ?? ''}`;
}

/** By these a script of Next's asks for something else than the page. */
function isOfNext(header: string): boolean {
  return /^(rsc$|next-|x-nextjs-|x-middleware-)/.test(header);
}

function answer({ headers, etag, body }: Kept, request: IncomingMessage, response: ServerResponse): void {
  const had = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (had?.includes(etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
}

/** Listens to what is written, below whatever compresses it, and tells of a page that was made at build. */
function whenAnswered(response: ServerResponse, tell: (page: Kept) => void): void {
  const parts: Buffer[] = [];
  const heard = <Write extends (...written: never[]) => unknown>(write: Write) =>
    new Proxy(write, {
      apply(target, self, written: unknown[]) {
        const [chunk, encoding] = written;
        if (typeof chunk === 'string') parts.push(Buffer.from(chunk, encodingOf(encoding)));
        else if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
        return Reflect.apply(target, self, written);
      },
    });
  response.write = heard(response.write);
  response.end = heard(response.end);
  response.once('finish', () => {
    const { 'content-length': _length, etag, ...headers } = response.getHeaders();
    if (response.statusCode !== 200 || headers[MADE_AT_BUILD] === undefined || typeof etag !== 'string') return;
    tell({ headers: { ...headers, etag }, etag, body: Buffer.concat(parts) });
  });
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}
