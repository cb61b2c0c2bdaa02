import NextAuth, { type AuthOptions } from 'next-auth';

export type NextAuthRequest = {
  readonly method: 'GET' | 'POST';
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
};

export type NextAuthAnswer = { readonly location: string | undefined; readonly setCookies: readonly string[] };

/**
 * Calls next-auth's handler with nothing of the request but what is handed over. It reads its own address from the
 * environment alone, and believes forwarded headers where that is missing: so it is set, and no header is passed.
 */
export async function callNextAuth(
  siteUrl: string,
  options: AuthOptions,
  request: NextAuthRequest,
): Promise<NextAuthAnswer> {
  // biome-ignore lint/style/noProcessEnv: next-auth takes its address from nowhere else.
  process.env.NEXTAUTH_URL = siteUrl;
  const answer = recordAnswer();
  const handle: (request: object, response: object) => Promise<unknown> = NextAuth(options);
  await handle({ ...request, headers: {} }, answer.response);
  return { location: answer.headers.get('location')?.[0], setCookies: answer.headers.get('set-cookie') ?? [] };
}

/** The part of Node's response that next-auth writes to. */
function recordAnswer() {
  const headers = new Map<string, readonly string[]>();
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | readonly string[]) {
      headers.set(name.toLowerCase(), typeof value === 'string' ? [value] : value);
      return response;
    },
    json() {},
    send() {},
    end() {},
  };
  return { headers, response };
}
