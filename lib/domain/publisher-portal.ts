import { accept, type Outcome, refuse } from './outcome';
import { isPossible, type SubscriptionState } from './subscription-states';

/** What a reader goes to the publisher's portal for. */
export const PORTAL_INTENTS = ['activate', 'manage', 'assign_licenses'] as const;
export type PortalIntent = (typeof PORTAL_INTENTS)[number];

export type PortalRefusal = 'subscription_disabled' | 'subscription_past_due_ending';

/** Whether the portal can be opened in a state. An app that is not activated yet is opened to activate it. */
export function decideOpenPortal(
  state: SubscriptionState,
  wish: Exclude<PortalIntent, 'activate'>,
): Outcome<PortalIntent, PortalRefusal> {
  if (state === 'disabled') return refuse('subscription_disabled');
  if (!isPossible(state, 'open_publisher_portal')) return refuse('subscription_past_due_ending');
  return accept(state === 'pending_activation' ? 'activate' : wish);
}

/**
 * Whether a publisher's landing page can be registered: by https, or on this machine where that is wanted, for a token
 * travels there. Nothing of it may mislead whoever reads its host, and the token behind it is ours to add.
 */
export function isLandingUrl(url: string, { isLocalWanted }: { readonly isLocalWanted: boolean }): boolean {
  const [, scheme, host = ''] = /^(https?):\/\/([a-z\d.-]+|\[[\da-f:]+\])(:\d{1,5})?([/?][^#\s]*)?$/i.exec(url) ?? [];
  if (/[?&]token=/.test(url)) return false;
  return scheme === 'https' || (scheme === 'http' && isLocalWanted && ['localhost', '127.0.0.1'].includes(host));
}

/** The registered landing page as it stands, its own query included, with the token behind it. */
export function landingAddress(landingUrl: string, token: string): string {
  return `${landingUrl}${landingUrl.includes('?') ? '&' : '?'}token=${encodeURIComponent(token)}`;
}

/** The host that a reader is told before leaving: 'portal.example', or 'localhost:3010'. */
export function hostOf(landingUrl: string): string {
  return /^https?:\/\/([^/?]+)/.exec(landingUrl)?.[1] ?? '';
}

/** How far the newest visit has come: never made, on its way, received by the publisher, or too old to be received. */
export type PortalVisitStage = 'none' | 'opened' | 'arrived' | 'expired';

type Visit = { readonly expiresAt: number; readonly resolvedAt: number | null };

/** Instants in epoch milliseconds. */
export function stageOfVisit(visit: Visit | undefined, now: number): PortalVisitStage {
  if (!visit) return 'none';
  if (visit.expiresAt <= now) return 'expired';
  return visit.resolvedAt === null ? 'opened' : 'arrived';
}
