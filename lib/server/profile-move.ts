import { z } from 'zod';
import { listReceiptRecipients, type Recipient } from '@/db/colleagues';
import type { DecidedMove } from '@/db/move-figures';
import { listProfileChoices } from '@/db/profile-choices';
import { saveProfileMove, sumWaitingLines } from '@/db/profile-moves';
import { findQuantityFacts } from '@/db/quantity-facts';
import type { OrgScope } from '@/db/scope';
import type { Subscription } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import { nextRenewalOf } from '@/lib/domain/next-renewal';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { decideProfileMove, type MoveObstacle, type ProfileRefusal } from '@/lib/domain/profile-move';
import type { Asked, ReviewedTask } from './reviewed-task';

/** The profile that the subscription is to be billed to. */
export type MoveWish = { readonly billingProfileId: string };

type DecidedProfileMove = {
  readonly subscription: Subscription;
  readonly version: number;
  readonly shown: DecidedMove;
};

type MoveRefusal = MoveObstacle | ProfileRefusal | 'not_found';

export const profileMove: ReviewedTask<MoveWish, DecidedProfileMove, MoveRefusal, 'busy' | 'key_reused'> = {
  name: 'change-billing-profile',
  wish: z.strictObject({ billingProfileId: z.string() }),
  decide,
  save,
};

async function decide(
  scope: OrgScope,
  { subjectId, wish, now }: Asked<MoveWish>,
): Promise<Outcome<DecidedProfileMove, MoveRefusal>> {
  const found = await findQuantityFacts(scope, subjectId);
  if (!found) return refuse('not_found');
  const { subscription, facts } = found;
  const profiles = await listProfileChoices(scope);
  const from = profiles.find(({ id }) => id === subscription.billingProfileId);
  const to = profiles.find(({ id }) => id === wish.billingProfileId);
  if (!from || !to) return refuse('not_found');
  const today = dayIn(subscription.profile.timeZone, now);
  const decision = decideProfileMove({ ...facts, profile: from }, to, today);
  if (!decision.ok) return decision;
  const waitingNetMinor = await sumWaitingLines(scope, subscription);
  const shown = { from, to, waitingNetMinor, renewal: nextRenewalOf(facts) };
  return accept({ subscription, version: subscription.version, shown });
}

async function save(
  scope: OrgScope,
  { key, inputHash, now }: Asked<MoveWish> & { readonly inputHash: string },
  { subscription, shown: move }: DecidedProfileMove,
): Promise<Outcome<string, 'busy' | 'key_reused'> | 'stale'> {
  const recipients = await listMoveRecipients(scope, move);
  return saveProfileMove(scope, { key, inputHash, subscription, move, now, recipients });
}

/** Who is sent the receipt of a move: the person who acts, then the recipients of both profiles. */
export async function listMoveRecipients(scope: OrgScope, { from, to }: DecidedMove): Promise<Recipient[]> {
  const both = [...(await listReceiptRecipients(scope, from.id)), ...(await listReceiptRecipients(scope, to.id))];
  return both.filter(({ email }, index) => both.findIndex((other) => other.email === email) === index);
}
