import { createClient } from '@libsql/client';
import { listBuiltActions } from '@/test/support/build-manifests';
import { plainForm } from '@/test/support/forged-forms';
import type { Site } from '@/test/support/site';

/** Who asks: what each may do stands with the operations. */
export const PERSON = {
  visitor: null,
  belongs_nowhere: 'matrix-nobody',
  owner: 'astrid-lindqvist',
  app_admin: 'johan-ekstrom',
  contributor: 'maja-sandberg',
  invoice_manager: 'erik-nystrom',
  reader: 'karin-holm',
  member: 'oskar-berglund',
  stranger: 'eleni-papadaki',
} as const satisfies Readonly<Record<string, string | null>>;

export type Role = keyof typeof PERSON;
export const ROLES = Object.keys(PERSON).filter((role): role is Role => Object.hasOwn(PERSON, role));

/** A browser of somebody in that role; `cookie` is undefined for a visitor. */
export type Caller = { readonly role: Role; readonly cookie: string | undefined };

/** Signs everybody in by the demo's own form, also somebody who belongs to no organization. */
export async function signInEverybody(site: Site): Promise<readonly Caller[]> {
  const client = createClient({ url: `file:${site.dataFolder}/stegvis.db`, timeout: 5000 });
  await client.execute({
    sql: 'insert into people (id, name, email, created_at) values (?, ?, ?, ?)',
    args: [PERSON.belongs_nowhere, 'Nils Ny', 'nils.ny@nowhere.example', 1],
  });
  client.close();
  const action = listBuiltActions().find(({ name }) => name === 'signInAsDemoPerson');
  if (!action) throw new Error('The build has no demo sign-in');
  const callers: Caller[] = [];
  for (const role of ROLES) {
    const personId = PERSON[role];
    callers.push({ role, cookie: personId === null ? undefined : await signIn(site, action.id, personId) });
  }
  return callers;
}

async function signIn({ origin }: Site, actionId: string, personId: string): Promise<string> {
  const answer = await fetch(`${origin}/en-US/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: plainForm(actionId, { locale: 'en-US', here: '/en-US/help', at: '', personId }),
  });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('stegvis='));
  if (!cookie) throw new Error(`${personId} could not sign in: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}
