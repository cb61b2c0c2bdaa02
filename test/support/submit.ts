import { write } from '@/db/client';
import type { TaskState } from '@/lib/domain/task-state';
import { underClock } from '@/lib/server/clock';
import { asSession, type Session } from '@/lib/server/session';
import { withSession } from '@/lib/server/session-seam';
import { findSessionOfToken, recordTokenSession } from '@/lib/server/sign-in/session-token';

export type Fields = Readonly<Record<string, string>>;

/** What a form's action answered: what to show again, or where it led. */
export type Submitted<Code extends string> = TaskState<Code> | { readonly goTo: string };

/** The person's session as signing in at `now` would start it. */
export async function signIn(personId: string, now: number): Promise<Session> {
  const token = await write((tx) => recordTokenSession(tx, personId, now, undefined));
  const live = token.ok ? await findSessionOfToken(token.value, now) : undefined;
  if (!live) throw new Error(`nobody is called ${personId}`);
  return asSession(live);
}

export function formOf(fields: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** Sends a form at `now` as the person of the session, or as a visitor. */
export async function submit<Code extends string>(
  action: (data: FormData) => Promise<TaskState<Code>>,
  data: FormData,
  { session, now }: { session: Session | undefined; now: number },
): Promise<Submitted<Code>> {
  const run = () =>
    underClock(
      () => now,
      () => action(data),
    );
  try {
    return await withSession(session, run);
  } catch (error) {
    return { goTo: targetOf(error) };
  }
}

/** Next's `redirect` throws; its digest holds kind, address and status. */
function targetOf(error: unknown): string {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  const [, target] = /^NEXT_REDIRECT;\w+;(.+);\d+;$/.exec(digest) ?? [];
  if (target === undefined) throw error;
  return target;
}
