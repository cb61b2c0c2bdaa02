/** The nonce that a page's policy for content names; empty where it names none. */
export function nonceOf(policy: string | null | undefined): string {
  return /'nonce-([^']+)'/.exec(policy ?? '')?.[1] ?? '';
}
