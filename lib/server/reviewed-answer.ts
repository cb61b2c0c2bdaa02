import { after } from 'next/server';
import type { OrgScope } from '@/db/scope';
import type { FormPlace, TaskAnswer } from './action';
import { drainOutbox } from './jobs/outbox';
import type { NoticeCode } from './notices';
import { type Asked, commitTask, previewTask, type ReviewedTask } from './reviewed-task';

/** A refusal that a fresh review answers: it says why, and asks again. */
const ASK_AGAIN = ['preview_differs', 'preview_gone', 'payment_declined', 'approval_needed', 'approval_open'] as const;

/** Shows what was asked for: the page the form stood on, with its review. `seen` is the version the form was made from. */
export async function answerWithReview<Wish, D extends { shown: unknown; version: number }, R extends string>(
  scope: OrgScope,
  task: ReviewedTask<Wish, D, R, string>,
  asked: Asked<Wish>,
  { place, seen, field }: { readonly place: FormPlace; readonly seen: number; readonly field: string | null },
): Promise<TaskAnswer<R | 'key_reused' | 'busy'>> {
  const preview = await previewTask(scope, task, asked);
  if (!preview.ok) return { errors: [{ field, code: preview.refusal }] };
  const { key, version } = preview.value;
  return { goTo: reviewPath(place, key, version === seen ? undefined : 'changed_meanwhile') };
}

/** Does what was reviewed and leads to its receipt; what can be asked again leads to a fresh review that says why. */
export async function answerWithReceipt<
  Wish,
  D extends { shown: unknown; version: number },
  R extends string,
  S extends string,
>(
  scope: OrgScope,
  task: ReviewedTask<Wish, D, R, S>,
  asked: Asked<Wish>,
  place: FormPlace,
): Promise<TaskAnswer<R | S | 'key_reused' | 'preview_gone' | 'preview_differs' | 'busy'>> {
  const done = await commitTask(scope, task, asked);
  if (done.ok) {
    after(drainOutbox);
    return { goTo: `/${place.locale}/receipts/${done.value}` };
  }
  const why = ASK_AGAIN.find((code) => code === done.refusal);
  if (!why) return { errors: [{ field: null, code: done.refusal }] };
  const again = await previewTask(scope, task, { ...asked, key: crypto.randomUUID() });
  if (!again.ok) return { errors: [{ field: null, code: again.refusal }] };
  return { goTo: reviewPath(place, again.value.key, why) };
}

/** The page the form stood on, now with a stored review to look at. */
function reviewPath({ here }: FormPlace, preview: string, notice: NoticeCode | undefined): string {
  const url = new URL(here, 'http://own.invalid');
  for (const name of ['kept', 'notice']) url.searchParams.delete(name);
  url.searchParams.set('preview', preview);
  if (notice) url.searchParams.set('notice', notice);
  return `${url.pathname}${url.search}#review`;
}
