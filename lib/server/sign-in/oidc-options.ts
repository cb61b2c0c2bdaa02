import type { AuthOptions } from 'next-auth';
import { write } from '@/db/client';
import { bindLogin, findPersonByLogin, type LoginAccount, type LoginRefusal } from '@/db/logins';
import { parseEmail } from '@/lib/domain/email-address';
import type { OidcSettings, Settings } from '@/lib/env';
import { nowAt } from '@/lib/server/clock';
import { sessionCookieName, sessionCookieOptions } from '@/lib/server/session-cookie';
import { oidcAdapter } from './oidc-adapter';
import { type Claims, isEmailVerified, parseClaims, readClaims } from './oidc-claims';
import { newSecretToken } from './secret-token';

export type OidcRefusal = LoginRefusal | 'busy' | 'provider_failed' | 'sign_in_cancelled';

export type OidcFlow = {
  readonly signedInPersonId: string | undefined;
  readonly onRefusal: (refusal: OidcRefusal) => void;
};

export const OIDC_PROVIDER_ID = 'oidc';

/** next-auth for one flow: discovery, PKCE, state and nonce are its work; who may come in is decided here. */
export function oidcOptions(oidc: OidcSettings, { siteUrl, authSecret }: Settings, flow: OidcFlow): AuthOptions {
  return {
    secret: authSecret,
    adapter: oidcAdapter(oidc.issuer),
    useSecureCookies: siteUrl.startsWith('https://'),
    session: { strategy: 'database', generateSessionToken: newSecretToken },
    cookies: { sessionToken: { name: sessionCookieName(siteUrl), options: sessionCookieOptions(siteUrl) } },
    logger: { error: reportDefect, warn: ignore, debug: ignore },
    providers: [
      {
        id: OIDC_PROVIDER_ID,
        name: OIDC_PROVIDER_ID,
        type: 'oauth',
        wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        idToken: true,
        userinfo: { request: readClaims },
        checks: ['pkce', 'state', 'nonce'],
        authorization: { params: { scope: 'openid email profile' } },
        profile: (claims: Claims) => ({ id: claims.sub, email: claims.email ?? null, name: claims.name ?? null }),
      },
    ],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (!account) return false;
        const claimed = { provider: oidc.issuer, providerAccountId: account.providerAccountId };
        const refusal = await findRefusal(claimed, parseClaims(profile), flow.signedInPersonId);
        if (refusal) flow.onRefusal(refusal);
        return refusal === undefined;
      },
    },
  };
}

/** Binds the account on the first visit of an invited person; undefined when they may come in. */
async function findRefusal(
  account: LoginAccount,
  claims: Claims,
  signedInPersonId: string | undefined,
): Promise<OidcRefusal | undefined> {
  const email = parseEmail(claims.email ?? '');
  const bound = await write(async (tx) => {
    const person = await findPersonByLogin(tx, account);
    if (person) return undefined;
    if (!email.ok) return 'not_invited';
    const outcome = await bindLogin(tx, {
      ...account,
      email: email.value,
      isEmailVerified: isEmailVerified(claims),
      name: claims.name,
      signedInPersonId,
      claimedAt: nowAt(),
    });
    return outcome.ok ? undefined : outcome.refusal;
  });
  return bound.ok ? bound.value : bound.refusal;
}

/** One line without metadata, which holds what the provider says about the person. One logger serves all flows. */
function reportDefect(code: string, metadata: Error | { error: Error }): void {
  const { message } = metadata instanceof Error ? metadata : metadata.error;
  process.stderr.write(`${JSON.stringify({ level: 'error', event: 'oidc', code, message })}\n`);
}

function ignore(): void {}
