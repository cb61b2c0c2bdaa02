import { findPayingProfile } from '@/db/paying-profiles';
import { blocked, DONE, HERE, type StepState, TO_COME } from '@/lib/domain/steps';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';
import { findSetupState } from '@/lib/server/payment/card-setup';
import { methodChange } from '@/lib/server/payment-method-change';
import { findReviewed } from '@/lib/server/reviewed-task';

/** The profile whose payment method is to be replaced, and how far this reader is with it. */
export type Chosen = NonNullable<Awaited<ReturnType<typeof findChosen>>>;

type Keys = {
  /** The review that the address shows. */
  readonly preview: string | undefined;
  /** The visit to the provider's page that the reader comes back from. */
  readonly setup: string | undefined;
};

/** Undefined when the profile is not the reader's organization's. */
export async function findChosen(reader: Reader, id: string, { preview, setup }: Keys) {
  const { scope } = reader;
  const profile = await findPayingProfile(scope, id);
  if (!profile) return undefined;
  const mayReplace = mayOn(reader, 'profile.replace_payment_method', id);
  const now = nowAt();
  const reviewed = await findReviewed(scope, methodChange, { key: preview ?? setup, subjectId: id, now });
  const isBack = mayReplace && setup !== undefined && !reviewed.waiting && !reviewed.receipt;
  const given = isBack ? await findSetupState(scope, { key: setup, profileId: id, now }) : undefined;
  return { profile, mayReplace, given, ...reviewed };
}

/** Where the one step stands, from what is stored and never from what was clicked. */
export function stateOf(chosen: Chosen | undefined): StepState<'permission_missing'> {
  if (!chosen) return TO_COME;
  if (chosen.receipt) return DONE;
  return chosen.mayReplace ? HERE : blocked('permission_missing');
}
