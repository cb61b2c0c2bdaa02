import { and, asc, eq } from 'drizzle-orm';
import { requireCurrency } from '@/lib/domain/money';
import { read } from './client';
import { isInUse } from './payment-methods';
import { billingProfileRoles, billingProfiles, paymentMethods } from './schema';
import type { OrgScope } from './scope';

/** A billing profile to choose from, with what it is paid with and the scope's own role on it. */
export type ProfileChoice = Awaited<ReturnType<typeof listProfileChoices>>[number];

/** The organization's billing profiles, by name. */
export async function listProfileChoices(scope: OrgScope) {
  const rows = await read((db) =>
    db
      .select({
        id: billingProfiles.id,
        name: billingProfiles.name,
        country: billingProfiles.country,
        currency: billingProfiles.currency,
        settlement: billingProfiles.settlement,
        paymentMethod: { brand: paymentMethods.brand, lastFour: paymentMethods.lastFour },
        ownRole: billingProfileRoles.role,
      })
      .from(billingProfiles)
      .leftJoin(paymentMethods, isInUse(paymentMethods, billingProfiles.id, 'primary'))
      .leftJoin(
        billingProfileRoles,
        and(
          eq(billingProfileRoles.billingProfileId, billingProfiles.id),
          eq(billingProfileRoles.personId, scope.personId),
        ),
      )
      .where(eq(billingProfiles.organizationId, scope.organizationId))
      .orderBy(asc(billingProfiles.name)),
  );
  return rows.map((row) => ({ ...row, currency: requireCurrency(row.currency) }));
}
