/** Cookies of one browser at one site, by name. */
export type Jar = Map<string, string>;

/** Keeps what a site sets; a cookie that is emptied is forgotten. */
export function keepCookies(jar: Jar, setCookies: readonly string[]): void {
  for (const cookie of setCookies) {
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
    if (value === '') jar.delete(name);
    else jar.set(name, decodeURIComponent(value));
  }
}

/**
 * Walks from the address of a sign-in request to the redirect that leaves the provider, choosing `as` on its page: a
 * subject or `cancel`. Answers the address it leads to, which is not fetched.
 */
export async function walkProvider(start: string, as: string, jar: Jar = new Map()): Promise<URL> {
  const { origin } = new URL(start);
  let url = new URL(start);
  let method = 'GET';
  for (let hops = 0; hops < 10; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = method === 'POST' ? new URLSearchParams({ as }) : null;
    const response = await fetch(url, { method, body, headers: { cookie }, redirect: 'manual' });
    await response.arrayBuffer();
    keepCookies(jar, response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (location === null && url.pathname.startsWith('/interaction/') && method === 'GET') {
      method = 'POST';
      continue;
    }
    if (location === null) throw new Error(`the provider answered ${response.status} at ${url.pathname}`);
    url = new URL(location, url);
    method = 'GET';
    if (url.origin !== origin) return url;
  }
  throw new Error('the provider never let go');
}
