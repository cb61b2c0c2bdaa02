import { tokenRequest } from '@/lib/fulfilment/requests';
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from '@/lib/server/access-token';
import { clientNetwork } from '@/lib/server/client-address';
import { realNowAt } from '@/lib/server/clock';
import { giveBack, spend } from '@/lib/server/rate-limits';
import { readBody } from '@/lib/server/request-body';

const MAX_OCTETS = 8192;
const MINUTE = 60_000;

/** What one network may ask, whatever it is answered. */
const ASKED = { count: 60, periodMs: MINUTE } as const;
/** What one client is given, whatever others ask in its name: a client id is no secret, and must not be locked out by it. */
const ISSUED = { count: 30, periodMs: MINUTE } as const;

/** OAuth 2 client credentials (RFC 6749, 4.4): answers and errors as its clients know them. */
export async function POST(request: Request): Promise<Response> {
  const now = realNowAt();
  const wait = spend(ASKED, `network ${clientNetwork(request.headers)}`, now);
  if (wait !== undefined) return refuse(429, 'temporarily_unavailable', wait);
  const body = await readBody(request, MAX_OCTETS);
  const form = tokenRequest.safeParse(body.ok ? Object.fromEntries(new URLSearchParams(body.value)) : undefined);
  if (!form.success) return refuse(400, 'invalid_request');
  const { grant_type, client_id, client_secret } = form.data;
  if (grant_type !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
  const client = `client ${client_id}`;
  const clientWait = spend(ISSUED, client, now);
  if (clientWait !== undefined) return refuse(429, 'temporarily_unavailable', clientWait);
  const issued = await issueAccessToken(client_id, client_secret, now);
  if (issued.ok) {
    return Response.json({ token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS, access_token: issued.value });
  }
  giveBack(ISSUED, client);
  return issued.refusal === 'busy' ? refuse(503, 'temporarily_unavailable', 5) : refuse(401, issued.refusal);
}

/** `wait` in seconds: when it is worth another try. */
function refuse(status: number, error: string, wait?: number): Response {
  return Response.json({ error }, { status, headers: wait === undefined ? {} : { 'retry-after': String(wait) } });
}
