import { settings } from '@/lib/env';

export type IdentityProvider = { readonly name: string | undefined };

/** The provider that the sign-in page offers, if one is configured. */
export function findIdentityProvider(): IdentityProvider | undefined {
  const { oidc } = settings();
  return oidc && { name: oidc.name };
}
