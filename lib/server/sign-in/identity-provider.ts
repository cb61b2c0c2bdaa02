import { settings } from '@/lib/env';

export type IdentityProvider = { readonly issuer: string; readonly name: string | undefined };

/** The provider that the sign-in page offers, if one is configured. */
export function findIdentityProvider(): IdentityProvider | undefined {
  const { oidc } = settings();
  return oidc && { issuer: oidc.issuer, name: oidc.name };
}
