import { tokenRequest } from '@/lib/fulfilment/requests';
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from '@/lib/server/access-token';
import { realNowAt } from '@/lib/server/clock';
import { readBody } from '@/lib/server/request-body';

const MAX_OCTETS = 8192;

/** OAuth 2 client credentials (RFC 6749, 4.4): answers and errors as its clients know them. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, MAX_OCTETS);
  const form = tokenRequest.safeParse(body.ok ? Object.fromEntries(new URLSearchParams(body.value)) : undefined);
  if (!form.success) return refuse(400, 'invalid_request');
  const { grant_type, client_id, client_secret } = form.data;
  if (grant_type !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
  const issued = await issueAccessToken(client_id, client_secret, realNowAt());
  if (!issued.ok) {
    return issued.refusal === 'busy' ? refuse(503, 'temporarily_unavailable') : refuse(401, issued.refusal);
  }
  return Response.json({ token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS, access_token: issued.value });
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status });
}
