import { type CardSetup, claimCardSetup, findCardSetup, saveCardOfSetup, saveCardSetupSession } from '@/db/card-setups';
import type { OrgScope } from '@/db/scope';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Card, PaymentRole } from '@/lib/domain/payment-methods';
import type { Locale } from '@/lib/i18n/locales';
import type { SetupRefusal } from './port';
import { paymentProvider } from './provider';

const LIFE_MS = 30 * 60_000;

export type SetupAsked = {
  /** Minted with the form: the same key is the same visit. */
  readonly key: string;
  readonly profileId: string;
  readonly role: PaymentRole;
  readonly locale: Locale;
  readonly payer: string;
  readonly returnUrl: string;
  readonly cancelUrl: string;
  readonly now: number;
};

/** Opens a visit to the provider's page, for half an hour. Answers its address. */
export async function openCardSetup(
  scope: OrgScope,
  { key, profileId, role, now, ...told }: SetupAsked,
): Promise<Outcome<string, SetupRefusal | 'key_reused' | 'setup_gone' | 'busy'>> {
  const draft = { key, billingProfileId: profileId, role, createdAt: now, expiresAt: now + LIFE_MS };
  const claim = await claimCardSetup(scope, draft);
  if (!claim.ok) return claim;
  const setup = claim.value;
  if (!setup) return refuse('key_reused');
  if (!isOpen(setup, now)) return refuse('setup_gone');
  const opened = await paymentProvider().openSetup({ ...told, idempotencyKey: key });
  if (!opened.ok) return opened;
  const saved = await saveCardSetupSession(scope, setup, opened.value.id);
  return saved.ok ? accept(opened.value.url) : saved;
}

/** `setup_open`: no card was given yet. `setup_gone`: used, expired, or not this person's own. */
export type SetupState =
  | { readonly state: 'given'; readonly setup: CardSetup; readonly card: Card & { readonly token: string } }
  | { readonly state: 'setup_open' | 'setup_gone' | SetupRefusal };

type Named = { readonly key: string; readonly profileId: string; readonly now: number };

/** What came of a visit, as far as it can be told without changing anything. */
export async function findSetupState(scope: OrgScope, { key, profileId, now }: Named): Promise<SetupState> {
  const setup = await findCardSetup(scope, key, profileId);
  if (!setup?.sessionId || !isOpen(setup, now)) return { state: 'setup_gone' };
  const kept = cardOf(setup);
  if (kept) return { state: 'given', setup, card: kept };
  const found = await paymentProvider().findSetupResult(setup.sessionId);
  if (!found.ok) return { state: found.refusal };
  const result = found.value;
  if (result.status === 'complete') return { state: 'given', setup, card: result.card };
  return { state: result.status === 'open' ? 'setup_open' : 'setup_gone' };
}

/** Keeps the card that was given at a visit, so that it can be reviewed and used. */
export async function keepCardOfSetup(
  scope: OrgScope,
  named: Named,
): Promise<Outcome<void, 'setup_open' | 'setup_gone' | SetupRefusal | 'busy'>> {
  const found = await findSetupState(scope, named);
  if (found.state !== 'given') return refuse(found.state);
  if (cardOf(found.setup)) return accept(undefined);
  const saved = await saveCardOfSetup(scope, found.setup, found.card);
  return saved.ok ? accept(undefined) : saved;
}

/** The visit with the card that was kept of it, while it can be used. */
export async function findKeptCard(scope: OrgScope, { key, profileId, now }: Named) {
  const setup = await findCardSetup(scope, key, profileId);
  const card = setup && isOpen(setup, now) ? cardOf(setup) : undefined;
  return setup && card ? { setup, card } : undefined;
}

function isOpen({ usedAt, expiresAt }: CardSetup, now: number): boolean {
  return usedAt === null && now < expiresAt;
}

function cardOf({ token, brand, lastFour, expiryMonth }: CardSetup): (Card & { readonly token: string }) | undefined {
  return token !== null && brand !== null && lastFour !== null && expiryMonth !== null
    ? { token, brand, lastFour, expiryMonth }
    : undefined;
}
