import type { FormFields } from '@/test/support/forged-forms';
import type { Role } from './roles';
import type { SubjectKind } from './subjects';

/** What a form asks for, who may ask it of an own record, and fields that change nothing even where it is allowed. */
export type Operation = {
  readonly subject: SubjectKind;
  readonly allowed: readonly Role[];
  readonly fields: (id: string) => FormFields;
};

const place = { locale: 'en-US', here: '/en-US/help/change-license-quantity', at: 'confirm' };
const key = '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10';

const BILLING: readonly Role[] = ['owner', 'contributor'];

const quantity = (id: string) => ({ ...place, key, subscription: id, act: 'change', quantity: '99999', version: '1' });

const move = (id: string) => ({ ...place, key, subscription: id, version: '1' });
const details = (id: string) => ({ ...place, key, profile: id, version: '1', documentLocale: 'en-US' });
const role = (id: string) => ({ ...place, key, profile: id, role: 'reader', seen: 'none' });

const card = (id: string) => ({ ...place, key, profile: id, role: 'backup' });
const method = (id: string) => ({ ...place, key, profile: id, version: '1', act: 'remove_backup' });

/** Every action of the build that asks for a person, by its name. One that is not here fails the matrix. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  reviewLicenseQuantity: { subject: 'subscription', allowed: BILLING, fields: quantity },
  changeLicenseQuantity: { subject: 'subscription', allowed: BILLING, fields: quantity },
  reviewBillingProfile: { subject: 'subscription', allowed: BILLING, fields: move },
  changeBillingProfile: { subject: 'subscription', allowed: BILLING, fields: move },
  editBillingProfile: { subject: 'billing_profile', allowed: BILLING, fields: details },
  enterCard: { subject: 'billing_profile', allowed: BILLING, fields: card },
  reviewPaymentMethod: { subject: 'billing_profile', allowed: BILLING, fields: method },
  replacePaymentMethod: { subject: 'billing_profile', allowed: BILLING, fields: method },
  manageProfileRole: { subject: 'billing_profile', allowed: ['owner'], fields: role },
};

/** Pages of one record, and who may read an own one. A record page of the policies that is not here fails the matrix. */
export const RECORD_PAGES: Readonly<Record<string, { subject: SubjectKind; allowed: readonly Role[] }>> = {
  '/apps/[id]': {
    subject: 'subscription',
    allowed: ['owner', 'app_admin', 'contributor', 'invoice_manager', 'reader', 'member'],
  },
  '/billing/profiles/[id]': {
    subject: 'billing_profile',
    allowed: ['owner', 'app_admin', 'contributor', 'invoice_manager', 'reader', 'member'],
  },
  '/billing/invoices/[id]': { subject: 'invoice', allowed: ['owner', 'contributor', 'invoice_manager', 'reader'] },
  '/receipts/[id]': { subject: 'receipt', allowed: ['owner', 'contributor', 'invoice_manager', 'reader'] },
};
