/** What a billing profile says of itself, and who is sent its invoices. Null: not said. */
export type BillingDetails = {
  /** Who the bill is made out to; the organization when it is not said. */
  readonly billToName: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly contactName: string | null;
  /** In lower case. */
  readonly contactEmail: string | null;
  /** E.164. */
  readonly contactPhone: string | null;
  readonly poNumber: string | null;
  /** Capitals and digits only. */
  readonly vatNumber: string | null;
  readonly documentLocale: string;
  /** In lower case, each once, in the order of the alphabet. */
  readonly recipients: readonly string[];
};

/** Invoice recipients that a profile can have. */
export const MOST_RECIPIENTS = 10;

/** Characters that a line can have at most. */
export const LONGEST_NAME = 100;
export const LONGEST_PLACE = 80;
export const LONGEST_PO_NUMBER = 50;

/** What is told apart when a profile is changed. */
const PARTS = {
  billTo: ['billToName'],
  address: ['addressLine1', 'addressLine2', 'postalCode', 'city', 'region'],
  contact: ['contactName', 'contactEmail', 'contactPhone'],
  recipients: ['recipients'],
  poNumber: ['poNumber'],
  vatNumber: ['vatNumber'],
  documentLanguage: ['documentLocale'],
} as const satisfies Readonly<Record<string, readonly (keyof BillingDetails)[]>>;

export type DetailsPart = keyof typeof PARTS;

/** The parts in which two sets of details differ, in the order of the form. */
export function changedParts(before: BillingDetails, after: BillingDetails): DetailsPart[] {
  const isChanged = (field: keyof BillingDetails) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  return Object.keys(PARTS)
    .filter(isPart)
    .filter((part) => PARTS[part].some(isChanged));
}

function isPart(name: string): name is DetailsPart {
  return Object.hasOwn(PARTS, name);
}
