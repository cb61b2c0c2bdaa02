import { and, eq } from 'drizzle-orm';
import type { ReceiptAct } from '@/lib/domain/acts';
import type { Day } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import type { MethodDecision, PaidWith } from '@/lib/domain/payment-methods';
import { type ActRefusal, saveAct } from './acts';
import type { AuditFacts } from './audit';
import { type CardSetup, spendCardSetup } from './card-setups';
import type { Transaction } from './client';
import type { Recipient } from './colleagues';
import { newId } from './ids';
import { methodFiguresOf } from './method-figures';
import { recordOutboxEvent } from './outbox';
import type { PayingProfile } from './paying-profiles';
import { type PaymentMethodDraft, switchMethod } from './payment-methods';
import { billingProfiles } from './schema';
import type { OrgScope } from './scope';

export type SavedMethodChange = {
  /** Minted when the form was rendered: the same key has one effect. */
  readonly key: string;
  readonly inputHash: string;
  readonly profile: PayingProfile;
  readonly decision: MethodDecision;
  /** The visit at which the new card was given. */
  readonly setup: CardSetup | undefined;
  /** In the profile's time zone. */
  readonly today: Day;
  readonly now: number;
  /** Who is sent the receipt, each in their own language. */
  readonly recipients: readonly Recipient[];
};

const ACTS: Readonly<Record<MethodDecision['act'], ReceiptAct>> = {
  use_card: 'replace_payment_method',
  use_bank_transfer: 'replace_payment_method',
  use_backup: 'use_backup_method',
  remove_backup: 'remove_backup_method',
};

/**
 * What the profile is paid with from now on, with its audit entry, receipt and mails in one transaction, if the
 * profile is still at the version it was decided from. Answers the receipt's id; `stale` when somebody was faster.
 */
export async function saveMethodChange(
  scope: OrgScope,
  change: SavedMethodChange,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { key, inputHash, profile, decision, today, now, recipients } = change;
  const { figures, values } = methodFiguresOf(decision, profile, today, 'done');
  return saveAct(
    scope,
    {
      key,
      inputHash,
      act: ACTS[decision.act],
      subscriptionId: null,
      billingProfileId: profile.id,
      before: auditFactsOf(decision.before),
      after: auditFactsOf(decision.after),
      facts: { subject: profile.name, timeZone: profile.timeZone, values, figures },
      recipients,
      now,
    },
    async (tx) => {
      if (!(await moveVersion(tx, scope, change))) return 'stale';
      const draft = await takeCard(tx, scope, change);
      await applyChange(tx, change, draft);
      if (decision.owing.length > 0) {
        const retry = { kind: 'charge_retry', payload: { billingProfileId: profile.id } } as const;
        await recordOutboxEvent(tx, newId(), retry, now);
      }
      return {};
    },
  );
}

async function moveVersion(tx: Transaction, scope: OrgScope, { profile, decision }: SavedMethodChange) {
  const moved = await tx
    .update(billingProfiles)
    .set({ version: profile.version + 1, settlement: decision.settlement })
    .where(
      and(
        eq(billingProfiles.id, profile.id),
        eq(billingProfiles.organizationId, scope.organizationId),
        eq(billingProfiles.version, profile.version),
      ),
    )
    .returning({ id: billingProfiles.id });
  return moved.length === 1;
}

async function takeCard(tx: Transaction, scope: OrgScope, { setup, now }: SavedMethodChange) {
  if (!setup) return undefined;
  const { token, brand, lastFour, expiryMonth } = setup;
  if (!token || !brand || !lastFour || !expiryMonth) throw new Error('A card setup has no card');
  await spendCardSetup(tx, scope, setup, now);
  return { kind: 'card', token, brand, lastFour, expiryMonth } as const;
}

/** Without a card to fall back from there is nothing to back up. */
async function applyChange(
  tx: Transaction,
  { profile, decision, now }: SavedMethodChange,
  card: PaymentMethodDraft | undefined,
) {
  switch (decision.act) {
    case 'use_card':
      return switchMethod(tx, profile.id, 'primary', card, now);
    case 'use_backup':
    case 'remove_backup':
      return switchMethod(tx, profile.id, 'backup', card, now);
    case 'use_bank_transfer':
      await switchMethod(tx, profile.id, 'backup', undefined, now);
      return switchMethod(tx, profile.id, 'primary', { kind: 'bank_transfer' }, now);
  }
}

/** Never more of a card than its brand and last four digits. */
function auditFactsOf({ method, backup }: PaidWith): AuditFacts {
  const card = method.kind === 'card' ? method : undefined;
  return {
    method: method.kind,
    brand: card?.brand ?? null,
    lastFour: card?.lastFour ?? null,
    backup: backup ? 'card' : 'none',
    backupBrand: backup?.brand ?? null,
    backupLastFour: backup?.lastFour ?? null,
  };
}
