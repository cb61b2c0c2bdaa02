import { settings } from '@/lib/env';

/**
 * What `form-action` of the CSP must allow, since browsers apply it to the redirect after our form, too. The issuer's
 * origin: providers that ask for the password at another one are not supported.
 */
export function identityProviderOrigin(): string | undefined {
  const { oidc } = settings();
  return oidc && new URL(oidc.issuer).origin;
}
