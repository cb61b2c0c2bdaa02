import type { z } from 'zod';
import { findPreview, hashOfRequest, type Preview, savePreview } from '@/db/previews';
import { findEffectOfKey, findReceiptOfKey, type Receipt } from '@/db/receipts';
import type { OrgScope } from '@/db/scope';
import type { ReviewedTaskName } from '@/lib/domain/acts';
import { canonicalText } from '@/lib/domain/canonical';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';

/** What is asked for, of which subscription or billing profile, under the key minted with the form. */
export type Asked<Wish> = {
  readonly key: string;
  readonly subjectId: string;
  readonly wish: Wish;
  readonly now: number;
};

/** What was decided; `shown` is all that a review tells and `version` the one that it was decided from. */
type Decided = { readonly shown: unknown; readonly version: number };

/** A task that is reviewed before it is confirmed: how it is decided, and how a decision takes effect. */
export type ReviewedTask<Wish, Decision extends Decided, Refusal extends string, SaveRefusal extends string> = {
  readonly name: ReviewedTaskName;
  readonly wish: z.ZodType<Wish>;
  /** Decides from what is so now; `not_found` for what is not the scope's own. */
  readonly decide: (scope: OrgScope, asked: Asked<Wish>) => Promise<Outcome<Decision, Refusal>>;
  /** Saves exactly what was decided; answers the receipt's id, or 'stale' when somebody was faster. */
  readonly save: (
    scope: OrgScope,
    asked: Asked<Wish> & { readonly inputHash: string },
    decision: Decision,
  ) => Promise<Outcome<string, SaveRefusal> | 'stale'>;
};

const LIFE_MS = 60 * 60_000;

/** Decides what was asked for and keeps it for an hour, to be reviewed and confirmed under the same key. */
export async function previewTask<Wish, Decision extends Decided, R extends string, S extends string>(
  scope: OrgScope,
  task: ReviewedTask<Wish, Decision, R, S>,
  asked: Asked<Wish>,
): Promise<Outcome<Preview<Wish>, R | 'key_reused' | 'busy'>> {
  const decided = await task.decide(scope, asked);
  if (!decided.ok) return decided;
  const { key, subjectId, wish, now } = asked;
  if (await findEffectOfKey(scope, key)) return refuse('key_reused');
  const { version, shown } = decided.value;
  const expiresAt = now + LIFE_MS;
  const preview = { key, task: task.name, subjectId, version, wish, shown: canonicalText(shown), expiresAt };
  const saved = await savePreview(scope, preview, now);
  if (!saved.ok) return saved;
  return saved.value ? accept(preview) : refuse('key_reused');
}

/**
 * Does what was reviewed, once, or refuses and changes nothing: `preview_differs` when a commit would not be, to the
 * minor unit, what was shown. Answers the receipt's id, for a repeated submit the first one's.
 */
export async function commitTask<Wish, Decision extends Decided, R extends string, S extends string>(
  scope: OrgScope,
  task: ReviewedTask<Wish, Decision, R, S>,
  asked: Asked<Wish>,
): Promise<Outcome<string, R | S | 'key_reused' | 'preview_gone' | 'preview_differs'>> {
  const { key, subjectId, wish, now } = asked;
  const inputHash = hashOfRequest(task.name, subjectId, wish);
  const earlier = await findEffectOfKey(scope, key);
  if (earlier) return earlier.inputHash === inputHash ? accept(earlier.id) : refuse('key_reused');
  const preview = await findPreview(scope, task.name, key);
  if (!preview || preview.expiresAt <= now) return refuse('preview_gone');
  if (hashOfRequest(task.name, preview.subjectId, preview.wish) !== inputHash) return refuse('key_reused');
  const decided = await task.decide(scope, asked);
  if (!decided.ok) return decided;
  if (!isAsShown(preview, decided.value)) return refuse('preview_differs');
  const saved = await task.save(scope, { ...asked, inputHash }, decided.value);
  return saved === 'stale' ? refuse('preview_differs') : saved;
}

/** What waits for a confirmation and is still exactly as it was shown; or the receipt, once the key has had its effect. */
export type Reviewed<Wish, Decision> = {
  readonly waiting: { readonly preview: Preview<Wish>; readonly decision: Decision } | undefined;
  readonly receipt: Receipt | undefined;
};

/** What the key in the address stands for; nothing for another's key or another subject's. */
export async function findReviewed<Wish, Decision extends Decided, R extends string, S extends string>(
  scope: OrgScope,
  task: ReviewedTask<Wish, Decision, R, S>,
  { key, subjectId, now }: { readonly key: string | undefined; readonly subjectId: string; readonly now: number },
): Promise<Reviewed<Wish, Decision>> {
  const nothing = { waiting: undefined, receipt: undefined };
  const stored = key === undefined ? undefined : await findPreview(scope, task.name, key);
  if (!stored || stored.subjectId !== subjectId) return nothing;
  const receipt = await findReceiptOfKey(scope, stored.key);
  if (receipt || stored.expiresAt <= now) return { ...nothing, receipt };
  const preview = { ...stored, wish: task.wish.parse(stored.wish) };
  const decided = await task.decide(scope, { key: preview.key, subjectId, wish: preview.wish, now });
  const isWaiting = decided.ok && isAsShown(preview, decided.value);
  return { waiting: isWaiting ? { preview, decision: decided.value } : undefined, receipt };
}

function isAsShown(preview: Preview<unknown>, { shown, version }: Decided): boolean {
  return preview.version === version && preview.shown === canonicalText(shown);
}
