/** Nothing here may need a request: proxy.ts asks for the name, too. */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;

/** `__Host-` binds the cookie to the very host, which browsers allow over https alone. */
export function sessionCookieName(siteUrl: string): string {
  return isSecure(siteUrl) ? '__Host-stegvis' : 'stegvis';
}

export function sessionCookieOptions(siteUrl: string) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(siteUrl),
    maxAge: SESSION_LIFE_MS / 1000,
  } as const;
}

function isSecure(siteUrl: string): boolean {
  return siteUrl.startsWith('https://');
}
