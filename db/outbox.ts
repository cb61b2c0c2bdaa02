import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { MAIL_NOTICES } from '@/lib/domain/mail-notices';
import { accept, type Outcome } from '@/lib/domain/outcome';
import { ORGANIZATION_ROLES, PROFILE_ROLES } from '@/lib/domain/roles';
import { type Reader, read, type Transaction, write } from './client';
import { newId } from './ids';
import { preparedInsert } from './prepared-insert';
import { outboxEvents } from './schema';
import type { JobScope } from './scope';

/** What happened, and to what. `on` is the day of it, or the last day it counts down to. */
const told = z.object({
  notice: z.enum(MAIL_NOTICES),
  organizationId: z.string(),
  billingProfileId: z.string().nullable(),
  subscriptionId: z.string().nullable(),
  documentId: z.string().nullable(),
  /** Of a notice about an order, which no billing profile has yet. */
  orderId: z.string().optional(),
  on: z.string(),
});

const event = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('magic_link_mail'),
    /** `linkPath` holds the token until the mail is out: delivering blanks the payload. */
    payload: z.object({ email: z.string(), linkPath: z.string(), locale: z.string(), expiresAt: z.number() }),
  }),
  z.object({
    kind: z.literal('receipt_mail'),
    payload: z.object({ receiptId: z.string(), to: z.string(), locale: z.string() }),
  }),
  z.object({
    kind: z.literal('invitation_mail'),
    /** `linkPath` holds the token, likewise. */
    payload: z.object({ invitationId: z.string(), linkPath: z.string(), locale: z.string() }),
  }),
  z.object({
    kind: z.literal('member_mail'),
    payload: z.object({
      told: z.enum(['role_granted', 'role_changed', 'removed']),
      to: z.string(),
      name: z.string(),
      locale: z.string(),
      organization: z.string(),
      role: z.enum(ORGANIZATION_ROLES),
      /** Who did it; the person themselves where they accepted an invitation. */
      by: z.string(),
    }),
  }),
  /** A profile has another card: what the one before did not pay is tried with it. */
  z.object({ kind: z.literal('charge_retry'), payload: z.object({ billingProfileId: z.string() }) }),
  /** A card's money goes back, whole, for what has been credited. */
  z.object({ kind: z.literal('card_refund'), payload: z.object({ chargeId: z.string() }) }),
  /** A card that was replaced, and nothing is charged to any more: the provider need not keep it. */
  z.object({ kind: z.literal('card_detach'), payload: z.object({ token: z.string() }) }),
  /** A visit that is over and whose card, if one was given, is not used. */
  z.object({ kind: z.literal('setup_close'), payload: z.object({ sessionId: z.string() }) }),
  z.object({
    kind: z.literal('profile_role_mail'),
    /** To the person whose role it is; null: it was taken away. */
    payload: z.object({
      to: z.string(),
      locale: z.string(),
      name: z.string(),
      by: z.string(),
      billingProfileId: z.string(),
      profile: z.string(),
      role: z.enum(PROFILE_ROLES).nullable(),
    }),
  }),
  /** Becomes one `notice_mail` for everybody who is to be told, in one transaction. */
  z.object({ kind: z.literal('notice'), payload: told }),
  z.object({
    kind: z.literal('notice_mail'),
    /** `name` is null for a recipient without account. */
    payload: told.extend({ to: z.string(), locale: z.string(), name: z.string().nullable() }),
  }),
]);

/** What must be told to somebody outside, once the change it belongs to is committed. */
export type OutboxEvent = z.infer<typeof event>;
export type OutboxKind = OutboxEvent['kind'];
export type PayloadOf<Kind extends OutboxKind> = Extract<OutboxEvent, { kind: Kind }>['payload'];
export type MemberMail = PayloadOf<'member_mail'>;
export type Notice = PayloadOf<'notice'>;
export type NoticeMail = PayloadOf<'notice_mail'>;
/** Why nothing had to be sent: too old, nobody to tell, or no longer so. */
export type Unsent = 'expired' | 'nobody' | 'not_needed';
export type ClaimedEvent = OutboxEvent & { readonly id: string; readonly attempts: number };

/** Records an event in the transaction of the change it tells about; due at once. */
export async function recordOutboxEvent(
  tx: Transaction,
  id: string,
  told: OutboxEvent,
  recordedAt: number,
): Promise<void> {
  const waiting = { attempts: 0, lastError: null, deliveredAt: null };
  await insertEvent(tx, { id, ...told, createdAt: recordedAt, dueAt: recordedAt, ...waiting });
}

const insertEvent = preparedInsert(outboxEvents);

/** The same for several. */
export async function recordOutboxEvents(
  tx: Transaction,
  told: readonly OutboxEvent[],
  recordedAt: number,
): Promise<void> {
  for (const one of told) await recordOutboxEvent(tx, newId(), one, recordedAt);
}

export type Claim = {
  readonly nowAt: number;
  /** When another worker may take the event if this one dies with it. */
  readonly leaseUntil: number;
  /** What was recorded before and has been tried is given up, and left as it is with its last error. */
  readonly recordedAfter: number;
  readonly limit: number;
};

/**
 * Takes due events for one worker, links that somebody waits for before all others, then the oldest first, and counts
 * the attempt. Writes nothing where none is due.
 */
export async function claimOutboxEvents(_scope: JobScope, claim: Claim): Promise<Outcome<ClaimedEvent[], 'busy'>> {
  if ((await read((db) => listDueIds(db, claim))).length === 0) return accept([]);
  const claimed = await write(async (tx) =>
    tx
      .update(outboxEvents)
      .set({ dueAt: claim.leaseUntil, attempts: sql`${outboxEvents.attempts} + 1` })
      .where(inArray(outboxEvents.id, await listDueIds(tx, claim)))
      .returning(),
  );
  if (!claimed.ok) return claimed;
  return accept(claimed.value.map((row) => ({ ...event.parse(row), id: row.id, attempts: row.attempts })));
}

async function listDueIds(db: Reader, claim: Claim): Promise<string[]> {
  const links = await listDue(db, claim, eq(outboxEvents.kind, 'magic_link_mail'));
  const left = { ...claim, limit: claim.limit - links.length };
  return [...links, ...(await listDue(db, left, ne(outboxEvents.kind, 'magic_link_mail')))];
}

async function listDue(db: Reader, { nowAt, recordedAfter, limit }: Claim, which: SQL): Promise<string[]> {
  const isDue = and(
    which,
    isNull(outboxEvents.deliveredAt),
    lte(outboxEvents.dueAt, nowAt),
    or(gt(outboxEvents.createdAt, recordedAfter), eq(outboxEvents.attempts, 0)),
  );
  const due = await db
    .select({ id: outboxEvents.id })
    .from(outboxEvents)
    .where(isDue)
    .orderBy(asc(outboxEvents.dueAt))
    .limit(limit);
  return due.map(({ id }) => id);
}

/** Closes an event and blanks its payload, which may hold a secret. `unsent` says why nothing had to be sent. */
export async function saveDelivered(_scope: JobScope, id: string, deliveredAt: number, unsent?: Unsent) {
  return write((tx) => closeEvent(tx, id, deliveredAt, unsent));
}

/** Closes an event and records, in the same transaction, those it becomes: once, however often it was claimed. */
export async function saveFannedOut(
  _scope: JobScope,
  id: string,
  mails: readonly NoticeMail[],
  deliveredAt: number,
): Promise<Outcome<void, 'busy'>> {
  return write(async (tx) => {
    const isClosed = await closeEvent(tx, id, deliveredAt, mails.length === 0 ? 'nobody' : undefined);
    if (!isClosed) return;
    for (const payload of mails) await recordOutboxEvent(tx, newId(), { kind: 'notice_mail', payload }, deliveredAt);
  });
}

async function closeEvent(tx: Transaction, id: string, deliveredAt: number, unsent?: Unsent): Promise<boolean> {
  const closed = await tx
    .update(outboxEvents)
    .set({ deliveredAt, payload: {}, lastError: unsent ?? null })
    .where(and(eq(outboxEvents.id, id), isNull(outboxEvents.deliveredAt)))
    .returning({ id: outboxEvents.id });
  return closed.length === 1;
}

export async function saveFailedAttempt(_scope: JobScope, id: string, failed: { error: string; dueAt: number }) {
  return write((tx) =>
    tx
      .update(outboxEvents)
      .set({ lastError: failed.error, dueAt: failed.dueAt })
      .where(and(eq(outboxEvents.id, id), isNull(outboxEvents.deliveredAt))),
  );
}
