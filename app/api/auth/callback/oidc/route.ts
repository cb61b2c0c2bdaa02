import { cookies } from 'next/headers';
import { settings } from '@/lib/env';
import { finishOidc } from '@/lib/server/sign-in/oidc';
import { redirectResponse } from '@/lib/server/sign-in/redirect-response';
import { findUserAgent } from '@/lib/server/user-agent';

/** The only address of next-auth that is open. State, nonce and PKCE bind the GET to the browser that started. */
export async function GET(request: Request): Promise<Response> {
  const sent = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const back = await finishOidc(new URL(request.url).searchParams, sent, await findUserAgent());
  return redirectResponse(back ?? { location: `${settings().siteUrl}/`, setCookies: [] });
}
