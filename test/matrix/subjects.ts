import type { Site } from '@/test/support/site';
import { readValue } from '@/test/support/site-rows';

/** Kinds of record that an operation or a page is about. */
export const SUBJECT_KINDS = [
  'subscription',
  'disabled_subscription',
  'receipt',
  'cancellation_receipt',
  'billing_profile',
  'order',
  'invoice',
  'invitation',
  'member',
  'owner',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Whose id is sent: one's own, another's, one that is gone, of another kind of record, or written in some odd way. */
export const ID_KINDS = [
  'own',
  'foreign',
  'deleted',
  'other_type',
  'other_case',
  'malformed',
  'injection',
  'padded',
] as const;
export type IdKind = (typeof ID_KINDS)[number];

function receiptOf(organization: string, act: string, profile: string): string {
  return `select id from receipts where organization_id = '${organization}' and act = '${act}'
    and billing_profile_id = '${profile}' limit 1`;
}

/** Own records hang on the billing profile "Kontoret", where each role of the matrix is held by somebody. */
const OWN: Readonly<Record<SubjectKind, string>> = {
  subscription: "select 'nordlys-tallyworks'",
  receipt: "select id from receipts where subscription_id = 'nordlys-tallyworks' limit 1",
  billing_profile: "select 'nordlys-office'",
  order: "select 'order-mangdbok'",
  invoice: "select id from documents where billing_profile_id = 'nordlys-office' limit 1",
  disabled_subscription: "select 'nordlys-vaderfonster'",
  cancellation_receipt: receiptOf('nordlys', 'cancel_at_end', 'nordlys-office'),
  invitation: "select id from invitations where organization_id = 'nordlys' limit 1",
  member: "select 'oskar-berglund'",
  owner: "select 'astrid-lindqvist'",
};

const FOREIGN: Readonly<Record<SubjectKind, string>> = {
  subscription: "select 'kymata-tallyworks'",
  receipt: "select id from receipts where organization_id = 'kymata' limit 1",
  billing_profile: "select 'kymata-head-office'",
  order: "select 'proposal-timologio'",
  invoice: "select id from documents where billing_profile_id = 'kymata-head-office' limit 1",
  disabled_subscription: "select 'kymata-archive'",
  cancellation_receipt: receiptOf('kymata', 'cancel_at_end', 'kymata-head-office'),
  invitation: "select 'of-nobody-there'",
  member: "select 'nikos-georgiou'",
  owner: "select 'eleni-papadaki'",
};

const OTHER_TYPE: Readonly<Record<SubjectKind, SubjectKind>> = {
  subscription: 'receipt',
  receipt: 'subscription',
  billing_profile: 'subscription',
  order: 'subscription',
  invoice: 'billing_profile',
  disabled_subscription: 'billing_profile',
  cancellation_receipt: 'subscription',
  invitation: 'member',
  member: 'subscription',
  owner: 'invitation',
};

const MALFORMED = "'%20or%201=1--";
const GONE = '6f9a3c52-0000-4f5e-9d35-0c9d3f5a6b10';

export type Ids = ReadonlyMap<SubjectKind, Readonly<Record<IdKind, string>>>;

export async function findIds(site: Site): Promise<Ids> {
  const idsOf = async (kind: SubjectKind) => {
    const own = await readValue(site, OWN[kind]);
    return {
      own,
      foreign: await readValue(site, FOREIGN[kind]),
      deleted: GONE,
      other_type: await readValue(site, OWN[OTHER_TYPE[kind]]),
      other_case: own.toUpperCase(),
      malformed: MALFORMED,
      injection: "x' or '1'='1",
      padded: `${own} `,
    };
  };
  const found = SUBJECT_KINDS.map(async (kind) => [kind, await idsOf(kind)] as const);
  return new Map(await Promise.all(found));
}
