import { and, asc, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { requireCurrency } from '@/lib/domain/money';
import type { Card, Method, PayingFacts } from '@/lib/domain/payment-methods';
import { type Reader, read } from './client';
import { backupMethods, isInUse } from './payment-methods';
import { billingLines, billingProfiles, offers, paymentMethods, plans, subscriptions } from './schema';
import type { OrgScope } from './scope';

/** A billing profile with all that the choice of its payment method depends on. */
export type PayingProfile = NonNullable<Awaited<ReturnType<typeof findPayingProfileIn>>>;

/** The profile if it is the organization's own and something pays for it, else undefined. */
export async function findPayingProfile(scope: OrgScope, id: string): Promise<PayingProfile | undefined> {
  return read((db) => findPayingProfileIn(db, scope, id));
}

async function findPayingProfileIn(db: Reader, scope: OrgScope, id: string) {
  const [found] = await db
    .select({ profile: billingProfiles, primary: paymentMethods, backup: backupMethods })
    .from(billingProfiles)
    .innerJoin(paymentMethods, isInUse(paymentMethods, billingProfiles.id, 'primary'))
    .leftJoin(backupMethods, isInUse(backupMethods, billingProfiles.id, 'backup'))
    .where(and(eq(billingProfiles.id, id), eq(billingProfiles.organizationId, scope.organizationId)));
  if (!found) return undefined;
  const { name, version, timeZone, settlement, currency } = found.profile;
  const facts: PayingFacts = {
    settlement,
    method: methodOf(found.primary),
    backup: found.backup && cardOf(found.backup),
    apps: await listApps(db, scope, id),
    waitingNetMinor: await sumWaiting(db, id),
  };
  const replaced = await listReplacedCards(db, id);
  return { id, name, version, timeZone, currency: requireCurrency(currency), facts, replaced };
}

async function listApps(db: Reader, scope: OrgScope, billingProfileId: string) {
  return db
    .select({ name: offers.name, state: subscriptions.state, periodEnd: subscriptions.periodEnd })
    .from(subscriptions)
    .innerJoin(plans, eq(plans.id, subscriptions.planId))
    .innerJoin(offers, eq(offers.id, plans.offerId))
    .where(
      and(
        eq(subscriptions.billingProfileId, billingProfileId),
        eq(subscriptions.organizationId, scope.organizationId),
        ne(subscriptions.state, 'disabled'),
      ),
    )
    .orderBy(asc(offers.name), asc(subscriptions.purchasedAt));
}

async function sumWaiting(db: Reader, billingProfileId: string): Promise<bigint> {
  const lines = await db
    .select({ kind: billingLines.kind, netMinor: billingLines.netMinor })
    .from(billingLines)
    .where(and(eq(billingLines.billingProfileId, billingProfileId), isNull(billingLines.documentId)));
  return lines.reduce((sum, { kind, netMinor }) => (kind === 'credit' ? sum - netMinor : sum + netMinor), 0n);
}

/** Cards of earlier, the newest first, with when each was replaced. */
async function listReplacedCards(db: Reader, billingProfileId: string) {
  const rows = await db
    .select()
    .from(paymentMethods)
    .where(
      and(
        eq(paymentMethods.billingProfileId, billingProfileId),
        eq(paymentMethods.kind, 'card'),
        isNotNull(paymentMethods.replacedAt),
      ),
    )
    .orderBy(desc(paymentMethods.replacedAt))
    .limit(3);
  return rows.flatMap((row) =>
    row.replacedAt === null ? [] : [{ id: row.id, ...cardOf(row), replacedAt: row.replacedAt }],
  );
}

type Row = Pick<typeof paymentMethods.$inferSelect, 'kind' | 'brand' | 'lastFour' | 'expiryMonth'>;

function methodOf(row: Row): Method {
  return row.kind === 'card' ? { kind: 'card', ...cardOf(row) } : { kind: 'bank_transfer' };
}

function cardOf({ brand, lastFour, expiryMonth }: Row): Card {
  if (brand === null || lastFour === null || expiryMonth === null) throw new Error('A card lacks what it is known by');
  return { brand, lastFour, expiryMonth };
}
