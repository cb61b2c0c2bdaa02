import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';

const FIXED = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
  'content-language': 'en-US',
};
const SAME =
  "style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The headers of a Stegvis page and nothing else: no session, no choice of a page. */
export function proxy(request: NextRequest): NextResponse {
  if (request.nextUrl.pathname.startsWith('/prerendered/')) {
    const policy = `default-src 'none'; script-src 'none'; ${SAME}`;
    const cache = 'public, max-age=0, must-revalidate';
    return NextResponse.next({ headers: { ...FIXED, 'content-security-policy': policy, 'cache-control': cache } });
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; ${SAME}`;
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const own = { ...FIXED, 'content-security-policy': policy, 'cache-control': 'private, no-store', vary: 'Cookie' };
  return NextResponse.next({ request: { headers }, headers: own });
}

export const config = { matcher: ['/((?!_next/static/|bare/).*)'] };
