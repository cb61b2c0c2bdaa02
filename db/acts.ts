import type { ReceiptAct } from '@/lib/domain/acts';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { type AuditFacts, recordAuditEntry } from './audit';
import type { Transaction } from './client';
import { type Recipient, receiptRecipients } from './colleagues';
import { recordOutboxEvents } from './outbox';
import type { ReceiptDocument, ReceiptFacts } from './receipt-facts';
import { findEffectByKey, saveReceipt } from './receipts';
import type { OrgScope } from './scope';
import { writeTogether } from './write-together';

/** What a person does, as it is recorded beside its effect. */
export type Act = {
  /** Minted when the form was rendered: the same key has one effect. */
  readonly key: string;
  /** Of everything that was asked for: the same key with another request is refused. */
  readonly inputHash: string;
  readonly act: ReceiptAct;
  readonly subscriptionId: string | null;
  readonly billingProfileId: string | null;
  readonly before: AuditFacts;
  readonly after: AuditFacts;
  readonly facts: Omit<ReceiptFacts, 'documents' | 'recipients'>;
  /** Who is sent the receipt; whoever has no account is sent the document instead, where one is issued. */
  readonly recipients: readonly Recipient[];
  readonly now: number;
};

/** What the effect left behind: the documents it issued, and facts that were known only afterwards. */
export type Effect = {
  readonly documents?: readonly ReceiptDocument[];
  readonly after?: AuditFacts;
};

export type ActRefusal = 'busy' | 'key_reused';

/**
 * The effect with its audit entry, receipt and mails in one transaction. `takeEffect` makes its conditional update
 * before anything else and answers 'stale' when no row was at the version decided from; so does this. Answers the
 * receipt's id, for a repeated key that of the first effect.
 */
export async function saveAct(
  scope: OrgScope,
  act: Act,
  takeEffect: (tx: Transaction) => Promise<Effect | 'stale'>,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const saved = await writeTogether(async (tx): Promise<Outcome<string, 'key_reused'> | 'stale'> => {
    const earlier = await findEffectByKey(tx, scope, act.key);
    if (earlier) return earlier.inputHash === act.inputHash ? accept(earlier.id) : refuse('key_reused');
    const effect = await takeEffect(tx);
    return effect === 'stale' ? effect : accept(await recordAct(tx, scope, act, effect));
  });
  return saved.ok ? saved.value : saved;
}

async function recordAct(tx: Transaction, scope: OrgScope, drafted: Act, effect: Effect): Promise<string> {
  const { key, inputHash, act, subscriptionId, billingProfileId, now } = drafted;
  const { organizationId, personId } = scope;
  const about = { organizationId, personId, act, subscriptionId, billingProfileId };
  const after = { ...drafted.after, ...effect.after };
  await recordAuditEntry(tx, { ...about, before: drafted.before, after, at: now });
  const { documents = [] } = effect;
  const recipients = receiptRecipients(drafted.recipients, drafted.facts.figures);
  const receiptId = await saveReceipt(tx, {
    ...about,
    key,
    inputHash,
    facts: {
      ...drafted.facts,
      documents,
      recipients: recipients.map(({ email }) => email),
    },
    documentId: documents[0]?.id ?? null,
    createdAt: now,
  });
  const mails = recipients.map(({ email: to, locale }) => ({
    kind: 'receipt_mail' as const,
    payload: { receiptId, to, locale },
  }));
  await recordOutboxEvents(tx, mails, now);
  return receiptId;
}
