import { newId } from '@/db/ids';
import { Difference } from './difference';
import { type Form, formFor, type Sender } from './forms';
import { tellWritten } from './observed';
import { planOf } from './offer';
import type { Play } from './play';
import { newestOf } from './reference/account';
import { decide, type Wish } from './reference/acts';
import { beforeMidnight } from './reference/calendar';
import { type Decision, isSameShown } from './reference/decision';
import { giveMoneyBack } from './refunds';
import { findShown } from './shown';
import type { Act, Person, Sent } from './steps';

const TWENTY_MINUTES_MS = 20 * 60_000;

/** A form on its way: reviewed, where there is a review, then confirmed. */
type Sending = {
  readonly play: Play;
  readonly sent: Sent;
  readonly key: string;
  readonly form: Form;
  /** What the rules say of it now. */
  readonly decideNow: () => Decision | undefined;
  readonly senderNow: () => Promise<Sender>;
};

/** Sends a form as a page would, and requires of every answer what the rules say. Answers whether it was done. */
export async function sendForm(play: Play, sent: Sent): Promise<boolean> {
  const { account, customer, ids, rules } = play;
  const key = newId();
  const asked = { subscription: ids.at(-1) ?? '', key, profileId: customer.profileId };
  const sending: Sending = {
    play,
    sent,
    key,
    form: formFor(sent.act, asked),
    decideNow: () => decide(account, knownAs(sent.by), wishOf(sent.act), play.now, rules),
    senderNow: async () => ({ session: await customer.sessionOf(sent.by, play.now), now: play.now }),
  };
  const isLate = sent.way === 'after midnight';
  if (isLate) play.now = beforeMidnight(account.zones[newestOf(account).profile], play.now);
  const reviewed = sending.form.hasReview ? await review(sending) : undefined;
  const isOvertaken = sent.meanwhile !== undefined && (await sendForm(play, aside(sent.meanwhile)));
  if (isLate) play.now += TWENTY_MINUTES_MS;
  if (sent.way === 'altered') await confirmAltered(sending, asked);
  const decision = sending.decideNow();
  const isAsShown = reviewed && decision && isSameShown(reviewed.shown, decision.shown) && !isOvertaken;
  return confirm(sending, !sending.form.hasReview || isAsShown ? decision : undefined);
}

function aside(act: Act): Sent {
  return { act, by: 'owner', way: 'once' };
}

/** A review shows exactly what the rules say, and changes nothing. */
async function review({ play, key, form, decideNow, senderNow }: Sending): Promise<Decision | undefined> {
  const decision = decideNow();
  await requireUntouched(play, async () => {
    const isGiven = await form.review(await senderNow());
    if (isGiven !== (decision !== undefined)) throw new Difference(`a review was ${isGiven ? 'given' : 'refused'}`);
  });
  const shown = decision && (await findShown(key));
  if (decision && (!shown || !isSameShown(decision.shown, shown)))
    throw new Difference(`the review shows ${told(shown)}, and ${told(decision.shown)} by the rules`);
  return decision;
}

/** The key of a review is good for nothing else than what was reviewed. */
async function confirmAltered({ play, sent: { act }, senderNow }: Sending, asked: Parameters<typeof formFor>[1]) {
  if (act.do !== 'set') return;
  const altered = formFor({ ...act, quantity: act.quantity + 1 }, asked);
  await requireUntouched(play, async () => {
    if ((await altered.confirm(await senderNow())).receipt)
      throw new Difference('another wish was done under the same key');
  });
}

/** Does what the rules decided, and nothing without a decision. The same form sent again has the same answer. */
async function confirm(sending: Sending, decision: Decision | undefined): Promise<boolean> {
  const { play, sent, key, form, senderNow } = sending;
  const before = await tellWritten(play.customer);
  const { receipt: goal, freshKey } = await form.confirm(await senderNow());
  const isUntouched = (await tellWritten(play.customer)) === before;
  // What is shown may be the same on the next day, and may yet be asked for again.
  const isAskedAgain = sent.way === 'after midnight' && goal === undefined;
  const isDone = decision !== undefined && !isAskedAgain && decision.commit();
  if (isDone !== (goal !== undefined))
    throw new Difference(isDone ? 'was refused' : 'was done, which should be refused');
  const isDeclined = decision !== undefined && !isAskedAgain && !isDone;
  if (!isDone && !isDeclined && !isUntouched) throw new Difference('was refused, but something changed');
  if (freshKey) await requireFresh(sending, freshKey);
  if (isDone) play.done.set(sent.act.do, (play.done.get(sent.act.do) ?? 0) + 1);
  if (isDone && sent.act.do === 'buy again') play.ids.push(key);
  if (isDone && decision.shown.back > 0n) await giveMoneyBack(play.now);
  if (sent.way === 'twice') {
    await requireUntouched(play, async () => {
      const again = await form.confirm(await senderNow());
      if (again.receipt !== goal) throw new Difference('the same form had another answer the second time');
    });
  }
  return isDone;
}

/** A refusal that leads to a review again shows what is so now, never the figures of before. */
async function requireFresh({ decideNow }: Sending, key: string): Promise<void> {
  const [decision, shown] = [decideNow(), await findShown(key)];
  if (decision && shown && isSameShown(decision.shown, shown)) return;
  throw new Difference(`the fresh review shows ${told(shown)}, and ${told(decision?.shown)} by the rules`);
}

async function requireUntouched({ customer }: Play, work: () => Promise<void>): Promise<void> {
  const before = await tellWritten(customer);
  await work();
  if ((await tellWritten(customer)) !== before) throw new Difference('something changed without a decision');
}

function wishOf(act: Act): Wish {
  return act.do === 'buy again' || act.do === 'plan' ? { ...act, plan: planOf(act.plan) } : act;
}

function knownAs(person: Person) {
  return person === 'owner' || person === 'contributor' ? person : 'somebody else';
}

function told(shown: object | undefined): string {
  return shown ? Object.entries(shown).flat().join(' ') : 'nothing';
}
