import { once } from 'node:events';
import { connect } from 'node:net';
import type { Site } from './site';

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

type RawRequest = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
};

/** Asks over a bare socket, for what no client of ours would send. A header that is undefined is left out. */
export async function askRaw(site: Site, request: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', path = '/', headers = {}, body = '' } = request;
  const { hostname, host, port } = new URL(site.origin);
  const length = body === '' && method !== 'POST' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const sent = Object.entries({ host, connection: 'close', ...length, ...headers }).filter(
    ([, value]) => value !== undefined,
  );
  const head = [`${method} ${path} HTTP/1.1`, ...sent.map(([name, value]) => `${name}: ${value}`)].join('\r\n');
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(`${head}\r\n\r\n${body}`);
  await once(socket, 'close');
  const [said = '', ...rest] = Buffer.concat(chunks).toString().split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1]), head: said, body: rest.join('\r\n\r\n') };
}

/** Headers of a form that a page of the site's own sends. */
export function ownForm(site: Site, contentType = 'application/x-www-form-urlencoded') {
  return { origin: site.origin, 'content-type': contentType };
}
