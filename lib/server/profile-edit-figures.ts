import type { AuditFacts } from '@/db/audit';
import type { BillingProfile } from '@/db/billing-profiles';
import type { BillingDetails, DetailsPart } from '@/lib/domain/billing-details';
import type { Figure, FigureName, FigureValues } from '@/lib/domain/figures';
import { formatLanguage } from '@/lib/i18n/names';
import { writtenPhone } from './phone-number';
import { postalLines } from './postal-address';

export type DetailsChange = {
  readonly profile: BillingProfile;
  readonly parts: readonly DetailsPart[];
  readonly before: BillingDetails;
  readonly after: BillingDetails;
};

const FIGURE_OF_PART = {
  billTo: 'changedBillTo',
  address: 'changedAddress',
  contact: 'changedContact',
  recipients: 'changedRecipients',
  poNumber: 'changedPoNumber',
  vatNumber: 'changedVatNumber',
  documentLanguage: 'changedDocumentLanguage',
} as const satisfies Readonly<Record<DetailsPart, FigureName>>;

/** What was changed, line by line, for the receipt. */
export function editFiguresOf(change: DetailsChange): Figure[] {
  const { profile, parts } = change;
  return [
    { name: 'profile', values: { profile: { text: profile.name } } },
    ...parts.map((part) => ({ name: FIGURE_OF_PART[part], values: valuesOf(part, change) })),
  ];
}

/**
 * What the audit keeps for good. Of a contact and of the recipients, who are people, no more than that they were changed
 * and how many there are.
 */
export function editFacts({ profile, parts, before, after }: DetailsChange): { before: AuditFacts; after: AuditFacts } {
  const kept = (details: BillingDetails): AuditFacts =>
    Object.fromEntries(
      parts.map((part) => {
        if (part === 'contact') return [part, null];
        if (part === 'recipients') return [part, details.recipients.length];
        return [part, textOf(part, details, profile.country)];
      }),
    );
  const named = { ...kept(after), profile: profile.name };
  return { before: kept(before), after: parts.includes('contact') ? { ...named, contact: 'changed' } : named };
}

function valuesOf(part: DetailsPart, { profile, before, after }: DetailsChange): FigureValues {
  if (part === 'recipients') {
    const added = after.recipients.filter((email) => !before.recipients.includes(email));
    const removed = before.recipients.filter((email) => !after.recipients.includes(email));
    const change = removed.length === 0 ? 'added' : added.length === 0 ? 'removed' : 'both';
    return { change: { code: change }, added: { texts: added }, removed: { texts: removed } };
  }
  const [was, is] = [textOf(part, before, profile.country), textOf(part, after, profile.country)];
  const change = was === null ? 'added' : is === null ? 'removed' : 'both';
  return { change: { code: change }, before: { text: was ?? '' }, after: { text: is ?? '' } };
}

function textOf(part: Exclude<DetailsPart, 'recipients'>, details: BillingDetails, country: string): string | null {
  switch (part) {
    case 'billTo':
      return details.billToName;
    case 'address':
      return joined(postalLines({ ...details, country }));
    case 'contact':
      return joined([
        details.contactName,
        details.contactEmail,
        details.contactPhone && writtenPhone(details.contactPhone),
      ]);
    case 'poNumber':
      return details.poNumber;
    case 'vatNumber':
      return details.vatNumber;
    case 'documentLanguage':
      return formatLanguage(details.documentLocale);
  }
}

function joined(lines: readonly (string | null)[]): string | null {
  return lines.filter((line) => line !== null && line !== '').join(', ') || null;
}
