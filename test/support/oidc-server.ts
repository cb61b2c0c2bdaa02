import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider from 'oidc-provider';
import { portOf } from './port-of';

/** Somebody the provider knows. Without `email_verified` it says nothing about that. */
export type OidcAccount = {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
};

export type OidcServer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the site's settings need; `OIDC_NAME` is `Test ID`. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

type Options = {
  /** Origin of the site that people sign in to. */
  readonly siteUrl: string;
  readonly accounts: readonly OidcAccount[];
  /** Puts the address into the ID token; by the standard it is told at the userinfo endpoint only. */
  readonly emailInIdToken?: boolean;
};

const clientId = 'stegvis';
/** Keeps browsers from asking for one. */
const noIcon = '<link rel="icon" href="data:,">';

/**
 * A real OpenID provider on a free loopback port. Its page has a button per account, named by `sub`, and one named
 * `cancel`; all need no script.
 */
export async function startOidcServer({ siteUrl, accounts, emailInIdToken = false }: Options): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${portOf(server.address())}`;
  const clientSecret = randomBytes(24).toString('hex');
  const provider = makeProvider(issuer, clientSecret, { siteUrl, accounts, emailInIdToken });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const isInteraction = request.url?.startsWith('/interaction/');
    const work = isInteraction ? interact(provider, accounts, request, response) : answer(request, response);
    work.catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  return {
    issuer,
    clientId,
    clientSecret,
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: 'Test ID' },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function makeProvider(issuer: string, clientSecret: string, { siteUrl, accounts, emailInIdToken }: Required<Options>) {
  return new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${siteUrl}/api/auth/callback/oidc`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !emailInIdToken,
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    findAccount: (_context: unknown, sub: string) => {
      const account = accounts.find((known) => known.sub === sub);
      return account && { accountId: sub, claims: () => account };
    },
  });
}

async function interact(
  provider: Provider,
  accounts: readonly OidcAccount[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    const names = [...accounts.map(({ sub }) => sub), 'cancel'];
    const buttons = names.map((name) => `<button name="as" value="${name}">${name}</button>`).join('');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Test ID</title>${noIcon}<form method="post">${buttons}</form></html>`,
    );
    return;
  }
  const accountId = new URLSearchParams(await text(request)).get('as') ?? 'cancel';
  if (accountId === 'cancel') {
    const cancelled = { error: 'access_denied', error_description: 'cancelled' };
    return provider.interactionFinished(request, response, cancelled);
  }
  const grant = new provider.Grant({ accountId, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { login: { accountId }, consent });
}
