import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openApprovals } from './approvals';
import type { Answer, Call, House } from './call';
import { answerMerchant } from './merchant-api';
import { openSessions } from './sessions';
import type { PaymentPageSettings } from './settings';
import { answerPayer, answerVisitor } from './visitor';

const LARGEST_BODY = 8192;
const STYLE = ['page.css', 'form.css'].map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\n');

export type RunningPaymentPage = { readonly origin: string; readonly stop: () => Promise<void> };

/** Listens on this machine only. Resolves when it answers. */
export async function startPaymentPage(
  settings: PaymentPageSettings,
  clock: () => number = Date.now,
): Promise<RunningPaymentPage> {
  const house = { sessions: openSessions(clock), approvals: openApprovals(clock), settings, clock };
  const server = createServer((request, response) => {
    handle(request, response, (call) => answer(call, house)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, 'localhost', () => resolve());
  });
  return {
    origin: settings.origin,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(call: Call, house: House): Answer {
  const [, room = '', id = ''] = call.url.pathname.split('/');
  if (call.url.pathname === '/style.css') {
    return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: STYLE };
  }
  if (room === 'setup-sessions' || room === 'approvals') return answerMerchant(call, room, id, house);
  if (room === 'approve') return answerPayer(call, id, house);
  return answerVisitor(call, room === 'pay' ? id : '', house);
}

async function handle(request: IncomingMessage, response: ServerResponse, answerCall: (call: Call) => Answer) {
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '/', 'http://page.invalid');
  const call = { method: method === 'HEAD' ? 'GET' : method, url, headers, body: await readBody(request) };
  const { status, headers: own, body } = answerCall(call);
  response.writeHead(status, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...own });
  response.end(method === 'HEAD' ? undefined : body);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let octets = 0;
  for await (const chunk of request) {
    octets += chunk.length;
    if (octets <= LARGEST_BODY) chunks.push(chunk);
  }
  return octets > LARGEST_BODY ? undefined : Buffer.concat(chunks).toString('utf8');
}
