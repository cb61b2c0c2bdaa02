import type { FormFields } from '@/test/support/forged-forms';
import type { Role } from './roles';
import type { SubjectKind } from './subjects';

/** What a form asks for, who may ask it of an own record, and fields that change nothing even where it is allowed. */
export type Operation = {
  /** Null where it concerns the caller's organization alone. */
  readonly subject: SubjectKind | null;
  readonly allowed: readonly Role[];
  /** No form is known that would change nothing: it is not sent where it is allowed. */
  readonly isEffective?: true;
  /** Nobody but who did it may touch it: to colleagues it is not there. */
  readonly isPersonal?: true;
  /** Of the operator's own people: to every customer it is not there. */
  readonly isStaff?: true;
  readonly fields: (id: string) => FormFields;
};

const place = { locale: 'en-US', here: '/en-US/help/change-license-quantity', at: 'confirm' };
const key = '6f9a3c52-3c0f-4f5e-9d35-0c9d3f5a6b10';

const otherKey = '0b7f5a34-6f1e-4c55-9a3e-7b0c4d2e9f11';

const BILLING: readonly Role[] = ['owner', 'contributor'];
const INVOICES: readonly Role[] = [...BILLING, 'invoice_manager'];
const READERS: readonly Role[] = [...INVOICES, 'reader'];

const quantity = (id: string) => ({ ...place, key, subscription: id, act: 'change', quantity: '99999', version: '1' });

const plan = (id: string) => ({ ...place, key, subscription: id, act: 'change', plan: 'none', version: '1' });

const cancel = (id: string) => ({ ...place, key, subscription: id, time: 'now', version: '1' });
const purchase = (id: string) => ({
  ...place,
  key,
  subscription: id,
  plan: 'none',
  profile: id.startsWith('kymata') ? 'kymata-head-office' : 'nordlys-office',
  quantity: '',
  version: '1',
});
const newPurchase = (id: string) => ({
  ...{ ...place, key, version: '1' },
  ...{ order: '', plan: 'none', profile: id, quantity: '' },
});
const answer = (id: string) => ({
  ...{ ...place, key, order: id },
  profile: id === 'proposal-timologio' ? 'kymata-head-office' : 'nordlys-office',
});
const payment = (id: string) => ({ ...place, key, invoice: id, version: '1' });
const transfer = (id: string) => ({
  ...{ ...place, key, invoice: id },
  ...{ amount: '1', due: '1', day: '2026-11-01', reference: '' },
});
const move = (id: string) => ({ ...place, key, subscription: id, version: '1' });
const details = (id: string) => ({ ...place, key, profile: id, version: '1', documentLocale: 'en-US' });
const role = (id: string) => ({ ...place, key, profile: id, role: 'reader', seen: 'none' });

const card = (id: string) => ({ ...place, key, profile: id, role: 'backup' });
const method = (id: string) => ({ ...place, key, profile: id, version: '1', act: 'remove_backup' });

/** Every action of the build that asks for a person, by its name. One that is not here fails the matrix. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  reviewLicenseQuantity: { subject: 'subscription', allowed: BILLING, fields: quantity },
  reviewPlan: { subject: 'subscription', allowed: BILLING, fields: plan },
  changePlan: { subject: 'subscription', allowed: BILLING, fields: plan },
  changeLicenseQuantity: { subject: 'subscription', allowed: BILLING, fields: quantity },
  openPublisherPortal: {
    subject: 'subscription',
    allowed: ['owner', 'app_admin'],
    isEffective: true,
    fields: (id) => ({ ...place, key, subscription: id, wish: 'manage' }),
  },
  reviewCancellation: { subject: 'subscription', allowed: BILLING, fields: cancel },
  cancelSubscription: {
    subject: 'subscription',
    allowed: BILLING,
    fields: (id) => ({ ...cancel(id), key: otherKey, time: 'at_end', version: '1' }),
  },
  keepSubscription: {
    subject: 'subscription',
    allowed: BILLING,
    fields: (id) => ({ ...place, key, subscription: id }),
  },
  explainCancellation: {
    subject: 'cancellation_receipt',
    allowed: ['owner'],
    isPersonal: true,
    fields: (id) => ({ ...place, key, receipt: id, comment: 'x'.repeat(1001) }),
  },
  reviewBuyAgain: { subject: 'disabled_subscription', allowed: BILLING, fields: purchase },
  buyAgain: {
    subject: 'disabled_subscription',
    allowed: BILLING,
    fields: (id) => ({ ...purchase(id), key: otherKey, agreement: '1' }),
  },
  reviewPurchase: { subject: 'billing_profile', allowed: BILLING, fields: newPurchase },
  buyApp: {
    subject: 'billing_profile',
    allowed: BILLING,
    fields: (id) => ({ ...newPurchase(id), key: otherKey, agreement: '1' }),
  },
  declineOrder: { subject: 'order', allowed: BILLING, fields: answer },
  inviteMember: {
    subject: null,
    allowed: ['owner'],
    fields: () => ({ ...place, key, email: 'no address', role: 'member' }),
  },
  withdrawInvitation: {
    subject: 'invitation',
    allowed: ['owner'],
    isEffective: true,
    fields: (id) => ({ ...place, key: otherKey, invitation: id }),
  },
  changeMemberRole: {
    subject: 'member',
    allowed: ['owner'],
    fields: (id) => ({ ...place, key, person: id, from: 'owner', role: 'app_admin' }),
  },
  removeMember: {
    subject: 'owner',
    allowed: ['owner'],
    fields: (id) => ({ ...place, key: otherKey, person: id }),
  },
  reviewBillingProfile: { subject: 'subscription', allowed: BILLING, fields: move },
  changeBillingProfile: { subject: 'subscription', allowed: BILLING, fields: move },
  editBillingProfile: { subject: 'billing_profile', allowed: BILLING, fields: details },
  enterCard: { subject: 'billing_profile', allowed: BILLING, fields: card },
  reviewPaymentMethod: { subject: 'billing_profile', allowed: BILLING, fields: method },
  replacePaymentMethod: { subject: 'billing_profile', allowed: BILLING, fields: method },
  reviewInvoicePayment: { subject: 'invoice', allowed: INVOICES, fields: payment },
  payInvoice: { subject: 'invoice', allowed: INVOICES, fields: payment },
  approveInvoicePayment: { subject: 'invoice', allowed: INVOICES, fields: (id) => ({ ...place, key, invoice: id }) },
  bookMoney: { subject: 'invoice', allowed: [], isStaff: true, fields: transfer },
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
  '/billing/profiles/[id]/zip': {
    subject: 'billing_profile',
    allowed: ['owner', 'app_admin', 'contributor', 'invoice_manager', 'reader', 'member'],
  },
  '/billing/invoices/[id]': { subject: 'invoice', allowed: READERS },
  '/billing/invoices/[id]/pdf': { subject: 'invoice', allowed: READERS },
  '/billing/invoices/[id]/xml': { subject: 'invoice', allowed: READERS },
  '/receipts/[id]': { subject: 'receipt', allowed: READERS },
};
