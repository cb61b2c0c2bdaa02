const FIXED = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** Pages made at build are the same for all visitors; a page made for a request is nobody else's. */
const CACHE = { static: 'public, max-age=0, must-revalidate', live: 'private, no-store' } as const;

/** `nonce` is absent where a page carries no script at all. `formOrigins` are where a form's redirect may lead. */
export function contentSecurityPolicy(nonce: string | undefined, formOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    nonce ? `script-src 'nonce-${nonce}' 'strict-dynamic'` : "script-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    ...(nonce ? ["connect-src 'self'"] : []),
    `form-action ${["'self'", ...formOrigins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of a page of ours. */
export function pageHeaders(kind: keyof typeof CACHE, policy: string, locale: string): Record<string, string> {
  return {
    ...FIXED,
    'content-security-policy': policy,
    'cache-control': CACHE[kind],
    'content-language': locale,
    ...(kind === 'live' ? { vary: 'Cookie' } : {}),
  };
}

/** Headers of a file that a reader takes away. */
export function fileHeaders(contentType: string, fileName: string, locale: string): Record<string, string> {
  return {
    ...FIXED,
    'content-type': contentType,
    'content-disposition': `attachment; filename="${fileName}"`,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': CACHE.live,
    'content-language': locale,
    vary: 'Cookie',
  };
}
