import type { Site } from '@/test/support/site';
import { readValue } from '@/test/support/site-rows';

/** Kinds of record that an operation or a page is about. */
export type SubjectKind = 'subscription' | 'receipt' | 'billing_profile' | 'invoice';

/** Whose id is sent: one of the organization's own, another's, one that no longer or never was, broken, or another thing's. */
export const ID_KINDS = ['own', 'foreign', 'deleted', 'malformed', 'other_type'] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** Own records hang on the billing profile "Kontoret", where each role of the matrix is held by somebody. */
const OWN: Readonly<Record<SubjectKind, string>> = {
  subscription: "select 'nordlys-tallyworks'",
  receipt: "select id from receipts where subscription_id = 'nordlys-tallyworks' limit 1",
  billing_profile: "select 'nordlys-office'",
  invoice: "select id from documents where billing_profile_id = 'nordlys-office' limit 1",
};

const FOREIGN: Readonly<Record<SubjectKind, string>> = {
  subscription: "select 'kymata-tallyworks'",
  receipt: "select id from receipts where organization_id = 'kymata' limit 1",
  billing_profile: "select 'kymata-head-office'",
  invoice: "select id from documents where billing_profile_id = 'kymata-head-office' limit 1",
};

const OTHER_TYPE: Readonly<Record<SubjectKind, SubjectKind>> = {
  subscription: 'receipt',
  receipt: 'subscription',
  billing_profile: 'subscription',
  invoice: 'billing_profile',
};

const MALFORMED = "'%20or%201=1--";
const GONE = '6f9a3c52-0000-4f5e-9d35-0c9d3f5a6b10';

export type Ids = Readonly<Record<SubjectKind, Readonly<Record<IdKind, string>>>>;

export async function findIds(site: Site): Promise<Ids> {
  const idsOf = async (kind: SubjectKind) => ({
    own: await readValue(site, OWN[kind]),
    foreign: await readValue(site, FOREIGN[kind]),
    other_type: await readValue(site, OWN[OTHER_TYPE[kind]]),
    deleted: GONE,
    malformed: MALFORMED,
  });
  return {
    subscription: await idsOf('subscription'),
    receipt: await idsOf('receipt'),
    billing_profile: await idsOf('billing_profile'),
    invoice: await idsOf('invoice'),
  };
}
