import type { AuthOptions } from 'next-auth';
import { write } from '@/db/client';
import { claimInvitation, findPersonByLogin, type LoginAccount, type LoginRefusal, linkLogin } from '@/db/logins';
import type { Errand } from '@/db/provider-errands';
import type { PersonScope } from '@/db/scope';
import { parseEmail } from '@/lib/domain/email-address';
import type { OidcSettings, Settings } from '@/lib/env';
import { nowAt, realNowAt } from '@/lib/server/clock';
import { SESSION_LIFE_MS, sessionCookieName, sessionCookieOptions } from '@/lib/server/session-cookie';
import { oidcAdapter } from './oidc-adapter';
import { type Claims, isEmailVerified, isProvenSince, parseClaims, provenAtOf, readClaims } from './oidc-claims';
import { newSecretToken } from './secret-token';

type ErrandRefusal = 'login_taken' | 'other_person' | 'not_asked_again';
export type OidcRefusal =
  | LoginRefusal
  | ErrandRefusal
  | 'busy'
  | 'errand_over'
  | 'provider_failed'
  | 'sign_in_cancelled';

/** What somebody who is signed in went to the provider for, and who they are. */
export type OwnErrand = Errand & { readonly scope: PersonScope };

export type OidcFlow = {
  readonly errand: OwnErrand | undefined;
  readonly userAgent: string | undefined;
  readonly onRefusal: (refusal: OidcRefusal) => void;
  readonly onSignIn: (personId: string) => void;
};

/** A provider that is told an age must say when the person proved who they are. */
const WITHIN_A_SESSION = { max_age: SESSION_LIFE_MS / 1000 };
/** Whoever is signed in already is asked at the provider, whatever it remembers. */
const ASK_AGAIN = { prompt: 'login', max_age: 0 };

export const OIDC_PROVIDER_ID = 'oidc';

/**
 * next-auth for one flow: discovery, PKCE, state and nonce are its work; who may come in is decided here.
 * `asksAgain` counts on the way to the provider alone.
 */
export function oidcOptions(
  oidc: OidcSettings,
  { siteUrl, authSecret }: Settings,
  flow: OidcFlow,
  asksAgain = false,
): AuthOptions {
  let provenAt = 0;
  return {
    secret: authSecret,
    adapter: oidcAdapter(oidc.issuer, { ...flow, provenAt: (startedAt) => Math.min(provenAt, startedAt) }),
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
        authorization: { params: { scope: 'openid email profile', ...(asksAgain ? ASK_AGAIN : WITHIN_A_SESSION) } },
        profile: (claims: Claims) => ({ id: claims.sub, email: claims.email ?? null, name: claims.name ?? null }),
      },
    ],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (!account) return false;
        const claimed = { provider: oidc.issuer, providerAccountId: account.providerAccountId };
        const told = parseClaims(profile);
        provenAt = flow.errand ? realNowAt() : provenAtOf(told);
        const refusal = flow.errand
          ? await refusalOfErrand(claimed, told, flow.errand)
          : await refusalOfSignIn(claimed, told);
        if (refusal) flow.onRefusal(refusal);
        return refusal === undefined;
      },
    },
  };
}

/** Lets in whoever the account belongs to, and an invited person at their first visit; undefined when they may come in. */
async function refusalOfSignIn(account: LoginAccount, claims: Claims): Promise<OidcRefusal | undefined> {
  const email = parseEmail(claims.email ?? '');
  const claimed = await write(async (tx) => {
    const person = await findPersonByLogin(tx, account);
    if (person) return undefined;
    if (!email.ok) return 'not_invited';
    const outcome = await claimInvitation(tx, {
      ...account,
      email: email.value,
      isEmailVerified: isEmailVerified(claims),
      name: claims.name,
      claimedAt: nowAt(),
    });
    return outcome.ok ? undefined : outcome.refusal;
  });
  return claimed.ok ? claimed.value : claimed.refusal;
}

/** Lets in the person who was signed in, and nobody else; links the account to them where that was the errand. */
async function refusalOfErrand(
  account: LoginAccount,
  claims: Claims,
  { purpose, scope, createdAt }: OwnErrand,
): Promise<OidcRefusal | undefined> {
  if (!isProvenSince(claims, createdAt)) return 'not_asked_again';
  const settled = await write(async (tx) => {
    if (purpose === 'link') {
      const linked = await linkLogin(tx, scope, { ...account, linkedAt: nowAt() });
      return linked.ok ? undefined : linked.refusal;
    }
    const person = await findPersonByLogin(tx, account);
    return person?.id === scope.personId ? undefined : 'other_person';
  });
  return settled.ok ? settled.value : settled.refusal;
}

/** One line without metadata, which holds what the provider says about the person. One logger serves all flows. */
function reportDefect(code: string, metadata: Error | { error: Error }): void {
  const { message } = metadata instanceof Error ? metadata : metadata.error;
  process.stderr.write(`${JSON.stringify({ level: 'error', event: 'oidc', code, message })}\n`);
}

function ignore(): void {}
