import { and, eq } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { parsePersonName } from '@/lib/domain/person-name';
import type { Reader, Transaction } from './client';
import { newId } from './ids';
import { hasInvitation } from './invitations';
import { findPersonByEmail, type Person, saveEmailVerified } from './people';
import { logins, people } from './schema';

/** An account at an identity provider: `provider` is its issuer, so that a new issuer never inherits old accounts. */
export type LoginAccount = { readonly provider: string; readonly providerAccountId: string };

/** No scope: asked before anybody has signed in. */
export async function findPersonByLogin(db: Reader, account: LoginAccount): Promise<Person | undefined> {
  const rows = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(logins)
    .innerJoin(people, eq(people.id, logins.personId))
    .where(and(eq(logins.provider, account.provider), eq(logins.providerAccountId, account.providerAccountId)));
  return rows[0];
}

export type LoginClaim = LoginAccount & {
  readonly email: string;
  readonly isEmailVerified: boolean;
  /** As the provider tells it; for somebody who was invited and whom nobody here knows yet. */
  readonly name: string | undefined;
  /** Who is signed in already in the browser that comes back from the provider. */
  readonly signedInPersonId: string | undefined;
  readonly claimedAt: number;
};

export type LoginRefusal = 'not_invited' | 'email_not_verified' | 'other_login';

/**
 * Ties an account to the person who has its e-mail address. The provider must have verified the address, or the person
 * must be signed in; and nobody who has a login gets a second one. Somebody whose invitation waits is made known: they
 * belong nowhere until they accept it.
 */
export async function bindLogin(tx: Transaction, claim: LoginClaim): Promise<Outcome<Person, LoginRefusal>> {
  const bound = await findPersonByLogin(tx, claim);
  if (bound) return accept(bound);
  const person = (await findPersonByEmail(tx, claim.email)) ?? (await recordInvited(tx, claim));
  if (!person) return refuse('not_invited');
  if (!claim.isEmailVerified && claim.signedInPersonId !== person.id) return refuse('email_not_verified');
  const others = await tx.select({ provider: logins.provider }).from(logins).where(eq(logins.personId, person.id));
  if (others.length > 0) return refuse('other_login');
  await tx.insert(logins).values({
    provider: claim.provider,
    providerAccountId: claim.providerAccountId,
    personId: person.id,
    createdAt: claim.claimedAt,
  });
  if (claim.isEmailVerified) await saveEmailVerified(tx, person.id, claim.claimedAt);
  return accept(person);
}

async function recordInvited(tx: Transaction, claim: LoginClaim): Promise<Person | undefined> {
  const { email, claimedAt } = claim;
  const isInvited = claim.isEmailVerified && (await hasInvitation(tx, email, claimedAt));
  if (!isInvited) return undefined;
  const name = parsePersonName(claim.name ?? '');
  const person = { id: newId(), email, name: name.ok ? name.value : email };
  await tx.insert(people).values({ ...person, emailVerifiedAt: claimedAt, createdAt: claimedAt });
  return person;
}
