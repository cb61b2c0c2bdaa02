import type { Redirect } from './oidc';

/** 303: whatever the method was, the browser goes on with a GET. */
export function redirectResponse({ location, setCookies }: Redirect): Response {
  const headers = new Headers({ location, 'cache-control': 'private, no-store' });
  for (const cookie of setCookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
