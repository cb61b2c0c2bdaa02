import { type Approval, findOpenApproval, saveNotApproved, savePaidByApproval } from '@/db/approvals';
import { listReceiptRecipients } from '@/db/colleagues';
import { type Debt, findDebt } from '@/db/debts';
import { hashOfRequest } from '@/db/previews';
import { findEffectOfKey } from '@/db/receipts';
import type { OrgScope } from '@/db/scope';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Locale } from '@/lib/i18n/locales';
import type { SetupRefusal } from './payment/port';
import { paymentProvider } from './payment/provider';

type Asked = {
  /** Minted with the form: the same key is the same visit, and the same receipt. */
  readonly key: string;
  readonly invoiceId: string;
  readonly locale: Locale;
  readonly returnUrl: string;
  readonly now: number;
};

/** Where the reader goes: to the provider's page, where the bank asks for the approval, or to the receipt. */
type Way = { readonly url: string } | { readonly receiptId: string };

export type ApprovalRefusal = 'not_found' | 'approval_gone' | 'payment_declined' | 'key_reused' | 'busy' | SetupRefusal;

/**
 * The payment of an invoice that its payer's bank wants approved: sends there; once the bank has approved it, books the
 * payment, which has its effect once, whoever hears of it first.
 */
export async function approvePayment(scope: OrgScope, asked: Asked): Promise<Outcome<Way, ApprovalRefusal>> {
  const { key, invoiceId, locale, returnUrl, now } = asked;
  const inputHash = hashOfRequest('approve-payment', invoiceId, {});
  const earlier = await findEffectOfKey(scope, key);
  if (earlier) return earlier.inputHash === inputHash ? accept({ receiptId: earlier.id }) : refuse('key_reused');
  const debt = await findDebt(scope, invoiceId);
  if (!debt) return refuse('not_found');
  const approval = await findOpenApproval(scope, debt);
  if (!approval) return refuse('approval_gone');
  const found = await paymentProvider().findApproval(approval.reference);
  if (!found.ok) return found;
  if (found.value === 'succeeded') return book(scope, approval, debt, { key, inputHash, now });
  if (found.value === 'declined') {
    const saved = await saveNotApproved(scope, approval.id, now);
    return saved.ok ? refuse('payment_declined') : saved;
  }
  const { reference } = approval;
  return paymentProvider().openApproval({ reference, idempotencyKey: key, locale, returnUrl });
}

async function book(
  scope: OrgScope,
  approval: Approval,
  debt: Debt,
  act: { readonly key: string; readonly inputHash: string; readonly now: number },
): Promise<Outcome<Way, ApprovalRefusal>> {
  const recipients = await listReceiptRecipients(scope, debt.profile.id);
  const saved = await savePaidByApproval(scope, approval, { ...act, debt, recipients });
  if (saved === 'stale') return refuse('approval_gone');
  return saved.ok ? accept({ receiptId: saved.value }) : saved;
}
