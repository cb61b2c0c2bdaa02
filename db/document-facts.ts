import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Day } from '@/lib/domain/days';
import type { DocumentFacts, DocumentKind } from '@/lib/domain/document-snapshot';
import { requireCurrency } from '@/lib/domain/money';
import type { Bill } from '@/lib/domain/proration';
import { settings } from '@/lib/env';
import type { Transaction } from './client';
import { prepared } from './prepared';
import { billingLines, billingProfiles, documents, offers, organizations, plans, publishers } from './schema';

type Asked = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly billingProfileId: string;
  readonly issuedOn: Day;
  readonly lineIds: readonly string[];
  readonly credits: readonly Bill[];
};

/**
 * Everything that a document about to be issued says, as it stands now, and whose it is. Throws when a line is not there
 * to take.
 */
export async function requireDocumentFacts(
  tx: Transaction,
  asked: Asked,
): Promise<{ readonly organizationId: string; readonly facts: DocumentFacts }> {
  const { kind, number, billingProfileId, issuedOn, lineIds, credits } = asked;
  const [found] = await payers(tx).execute({ billingProfileId });
  if (!found) throw new Error(`No billing profile ${billingProfileId}`);
  const { profile, organization } = found;
  const lines = await listLines(tx, billingProfileId, lineIds);
  if (lines.length !== lineIds.length) throw new Error('A line stands on another document already');
  if (lines.some(({ currency }) => currency !== profile.currency)) throw new Error('A line is in another currency');
  const { addressLine1, addressLine2, postalCode, city, region, country, vatNumber, contactName, contactEmail } =
    profile;
  const facts: DocumentFacts = {
    kind,
    number,
    issuedOn,
    locale: profile.documentLocale,
    currency: requireCurrency(profile.currency),
    settlement: profile.settlement,
    seller: settings().seller,
    soldTo: { name: organization.name, country: organization.country },
    billTo: {
      name: profile.billToName ?? organization.name,
      addressLine1,
      addressLine2,
      postalCode,
      city,
      region,
      country,
      vatNumber,
      contactName,
      contactEmail,
    },
    profile: { id: profile.id, name: profile.name },
    poNumber: profile.poNumber,
    lines: lines.map(({ currency: _, ...line }) => ({
      ...line,
      creditedNetMinor: credits.find(({ vatRateBp }) => vatRateBp === line.vatRateBp)?.creditedNetMinor ?? 0n,
    })),
  };
  return { organizationId: organization.id, facts };
}

const payers = prepared((tx: Transaction) =>
  tx
    .select({ profile: billingProfiles, organization: organizations })
    .from(billingProfiles)
    .innerJoin(organizations, eq(organizations.id, billingProfiles.organizationId))
    .where(eq(billingProfiles.id, sql.placeholder('billingProfileId')))
    .prepare(),
);

/** The waiting lines among the ids, in the ids' order. */
async function listLines(tx: Transaction, billingProfileId: string, ids: readonly string[]) {
  const rows = await waitingLines(tx).execute({ billingProfileId, ids: JSON.stringify(ids) });
  return rows
    .sort((a, b) => ids.indexOf(a.line.id) - ids.indexOf(b.line.id))
    .map(({ line, appName, planName, publisher, creditedId, creditedNumber }) => ({
      id: line.id,
      kind: line.kind,
      subscriptionId: line.subscriptionId,
      appName,
      planName,
      publisher: addressOf(publisher),
      fromQuantity: line.fromQuantity,
      toQuantity: line.toQuantity,
      credits: creditedId && creditedNumber ? { documentId: creditedId, number: creditedNumber } : null,
      servedFrom: line.servedFrom,
      servedUntil: line.servedUntil,
      periodDays: line.periodDays,
      netMinor: line.netMinor,
      vatCategory: 'S' as const,
      vatRateBp: line.vatBasisPoints,
      currency: line.currency,
    }));
}

function addressOf(publisher: typeof publishers.$inferSelect) {
  const { name, addressLine1, addressLine2, postalCode, city, region, country } = publisher;
  return { name, addressLine1, addressLine2, postalCode, city, region, country };
}

const waitingLines = prepared((tx: Transaction) => {
  const credited = alias(billingLines, 'credited');
  return tx
    .select({
      line: billingLines,
      appName: offers.name,
      planName: plans.name,
      publisher: publishers,
      creditedId: documents.id,
      creditedNumber: documents.number,
    })
    .from(billingLines)
    .innerJoin(plans, eq(plans.id, billingLines.planId))
    .innerJoin(offers, eq(offers.id, plans.offerId))
    .innerJoin(publishers, eq(publishers.id, offers.publisherId))
    .leftJoin(credited, eq(credited.id, billingLines.creditsLineId))
    .leftJoin(documents, eq(documents.id, credited.documentId))
    .where(
      and(
        inArray(billingLines.id, sql`(select value from json_each(${sql.placeholder('ids')}))`),
        eq(billingLines.billingProfileId, sql.placeholder('billingProfileId')),
        isNull(billingLines.documentId),
      ),
    )
    .prepare();
});
