import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { problemPage } from './pages';
import { openPortal, type Portal } from './portal';
import { isPublisherId } from './publishers';
import type { PortalSettings } from './settings';
import type { Answer, Visit } from './visit';
import { chooseLanguage, wordsIn } from './words';

const LARGEST_FORM = 8192;
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};
const STYLE = ['page.css', 'form.css'].map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\n');

export type RunningPortal = { readonly origin: string; readonly stop: () => Promise<void> };

/** Listens on this machine only. Resolves when it answers. */
export async function startPortal(settings: PortalSettings): Promise<RunningPortal> {
  const portal = openPortal(settings);
  const server = createServer((request, response) => {
    answerRequest(portal, settings, request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, 'localhost', () => resolve());
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  return {
    origin: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerRequest(
  portal: Portal,
  { returnTo }: PortalSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://portal.invalid');
  if (pathname === '/style.css') {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/css; charset=utf-8' }).end(STYLE);
    return;
  }
  const [, publisher, ...path] = pathname.split('/');
  if (!isPublisherId(publisher)) {
    response.writeHead(303, { ...HEADERS, location: returnTo }).end();
    return;
  }
  const language = chooseLanguage(request.headers['accept-language']);
  const visit: Visit = {
    publisher,
    language,
    words: wordsIn(language),
    session: portal.sessions.find(request.headers.cookie, publisher),
    method: request.method === 'HEAD' ? 'GET' : (request.method ?? ''),
    path,
    query: searchParams,
    form: await readForm(request),
  };
  const isForeign = request.method === 'POST' && !isOwnForm(request);
  write(response, isForeign ? problemPage(visit, 'other_site', returnTo) : await portal.answer(visit));
}

function write(response: ServerResponse, answer: Answer): void {
  if (answer.status === 303) {
    const { location, setCookie } = answer;
    const headers = { ...HEADERS, location, ...(setCookie ? { 'set-cookie': setCookie } : {}) };
    response.writeHead(303, headers).end();
    return;
  }
  response.writeHead(answer.status, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(answer.page.text);
}

function isOwnForm({ headers }: IncomingMessage): boolean {
  return headers.origin === `http://${headers.host}`;
}

/** The fields of a form; nothing of one that is too large. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let octets = 0;
  for await (const chunk of request) {
    octets += chunk.length;
    if (octets <= LARGEST_FORM) chunks.push(chunk);
  }
  return new URLSearchParams(octets > LARGEST_FORM ? '' : Buffer.concat(chunks).toString('utf8'));
}
