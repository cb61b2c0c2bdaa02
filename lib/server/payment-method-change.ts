import { z } from 'zod';
import type { CardSetup } from '@/db/card-setups';
import { listReceiptRecipients } from '@/db/colleagues';
import { saveMethodChange } from '@/db/method-changes';
import { findPayingProfile, type PayingProfile } from '@/db/paying-profiles';
import type { OrgScope } from '@/db/scope';
import { type Day, dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { decideMethod, type MethodDecision, type MethodRefusal, type MethodWish } from '@/lib/domain/payment-methods';
import { findKeptCard } from './payment/card-setup';
import type { Asked, ReviewedTask } from './reviewed-task';

const wish: z.ZodType<MethodWish> = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['use_card', 'use_backup']), setup: z.string() }),
  z.strictObject({ act: z.enum(['use_bank_transfer', 'remove_backup']) }),
]);

/** What a wish means for a billing profile as it is now. */
type DecidedMethod = {
  readonly profile: PayingProfile;
  readonly setup: CardSetup | undefined;
  readonly today: Day;
  readonly version: number;
  readonly shown: MethodDecision;
};

type Refusal = MethodRefusal | 'not_found' | 'setup_gone';

/** A new card, bank transfer, or a backup for the card. No money moves. */
export const methodChange: ReviewedTask<MethodWish, DecidedMethod, Refusal, 'busy' | 'key_reused'> = {
  name: 'replace-payment-method',
  wish,
  decide,
  save,
};

async function decide(
  scope: OrgScope,
  { subjectId, wish: asked, now }: Asked<MethodWish>,
): Promise<Outcome<DecidedMethod, Refusal>> {
  const profile = await findPayingProfile(scope, subjectId);
  if (!profile) return refuse('not_found');
  const given = await findGiven(scope, { subjectId, wish: asked, now });
  if (given === 'setup_gone') return refuse(given);
  const decision = decideMethod(profile.facts, given.change);
  if (!decision.ok) return decision;
  const today = dayIn(profile.timeZone, now);
  return accept({ profile, setup: given.setup, today, version: profile.version, shown: decision.value });
}

/** The wish with the card that was given for it at the provider's page. */
async function findGiven(scope: OrgScope, { subjectId, wish: asked, now }: Omit<Asked<MethodWish>, 'key'>) {
  if (!('setup' in asked)) return { change: asked, setup: undefined };
  const kept = await findKeptCard(scope, { key: asked.setup, profileId: subjectId, now });
  const fits = kept && kept.setup.role === (asked.act === 'use_backup' ? 'backup' : 'primary');
  if (!fits) return 'setup_gone';
  const { brand, lastFour, expiryMonth } = kept.card;
  return { change: { act: asked.act, card: { brand, lastFour, expiryMonth } }, setup: kept.setup };
}

async function save(
  scope: OrgScope,
  { key, inputHash, now }: Asked<MethodWish> & { readonly inputHash: string },
  { profile, setup, shown: decision, today }: DecidedMethod,
): Promise<Outcome<string, 'busy' | 'key_reused'> | 'stale'> {
  const recipients = await listReceiptRecipients(scope, profile.id);
  return saveMethodChange(scope, { key, inputHash, profile, decision, setup, today, now, recipients });
}
