import { and, asc, eq } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { parsePersonName } from '@/lib/domain/person-name';
import { recordAccountAct } from './account-acts';
import { type Reader, read, type Transaction, write } from './client';
import { newId } from './ids';
import { hasInvitation } from './invitations';
import { findPersonByEmail, type Person, saveEmailVerified } from './people';
import { logins, people } from './schema';
import type { PersonScope } from './scope';
import { countWays, hasEverSignedIn, type OfferedWays } from './sign-in-ways';

/** An account at an identity provider: `provider` is its issuer, so that a new issuer never inherits old accounts. */
export type LoginAccount = { readonly provider: string; readonly providerAccountId: string };

/** No scope: asked before anybody has signed in. */
export async function findPersonByLogin(db: Reader, account: LoginAccount): Promise<Person | undefined> {
  const rows = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(logins)
    .innerJoin(people, eq(people.id, logins.personId))
    .where(isAccount(account));
  return rows[0];
}

export type LoginClaim = LoginAccount & {
  readonly email: string;
  readonly isEmailVerified: boolean;
  /** As the provider tells it; for somebody who was invited and whom nobody here knows yet. */
  readonly name: string | undefined;
  readonly claimedAt: number;
};

export type LoginRefusal = 'not_invited' | 'email_not_verified' | 'other_way';

/**
 * Ties an account to the person who has its e-mail address, at their very first sign-in: the provider must have verified
 * the address. Somebody who has signed in before links an account while signed in, and only then. Somebody whose
 * invitation waits is made known: they belong nowhere until they accept it.
 */
export async function claimInvitation(tx: Transaction, claim: LoginClaim): Promise<Outcome<Person, LoginRefusal>> {
  const known = await findPersonByEmail(tx, claim.email);
  if (known && !claim.isEmailVerified) return refuse('email_not_verified');
  if (known && (await hasEverSignedIn(tx, known.id))) return refuse('other_way');
  const person = known ?? (await recordInvited(tx, claim));
  if (!person) return refuse('not_invited');
  await tx.insert(logins).values(rowOf(claim, person.id));
  await saveEmailVerified(tx, person.id, claim.claimedAt);
  return accept(person);
}

/** Ties an account to a signed-in person, whatever its address. Refused when it is somebody else's already. */
export async function linkLogin(
  tx: Transaction,
  scope: PersonScope,
  { linkedAt, ...account }: LoginAccount & { readonly linkedAt: number },
): Promise<Outcome<void, 'login_taken'>> {
  const bound = await findPersonByLogin(tx, account);
  if (bound) return bound.id === scope.personId ? accept(undefined) : refuse('login_taken');
  await tx.insert(logins).values(rowOf({ ...account, claimedAt: linkedAt }, scope.personId));
  await recordAccountAct(tx, scope, { act: 'link_login', before: {}, after: {}, at: linkedAt });
  return accept(undefined);
}

export type OwnLogin = LoginAccount & { readonly linkedAt: number };

/** The person's accounts at one provider, the oldest first. */
export async function listOwnLogins(scope: PersonScope, provider: string): Promise<OwnLogin[]> {
  const { providerAccountId, createdAt } = logins;
  return read((db) =>
    db
      .select({ provider: logins.provider, providerAccountId, linkedAt: createdAt })
      .from(logins)
      .where(and(eq(logins.personId, scope.personId), eq(logins.provider, provider)))
      .orderBy(asc(createdAt)),
  );
}

/** Unties an account, unless it is the last way by which the person can sign in. */
export async function unlinkLogin(scope: PersonScope, account: LoginAccount, offered: OfferedWays, at: number) {
  return write(async (tx): Promise<Outcome<void, 'not_found' | 'last_way'>> => {
    const own = and(isAccount(account), eq(logins.personId, scope.personId));
    if ((await tx.$count(logins, own)) === 0) return refuse('not_found');
    if ((await countWays(tx, scope.personId, offered)) < 2) return refuse('last_way');
    await tx.delete(logins).where(own);
    await recordAccountAct(tx, scope, { act: 'unlink_login', before: {}, after: {}, at });
    return accept(undefined);
  });
}

function isAccount({ provider, providerAccountId }: LoginAccount) {
  return and(eq(logins.provider, provider), eq(logins.providerAccountId, providerAccountId));
}

function rowOf({ provider, providerAccountId, claimedAt }: LoginAccount & { claimedAt: number }, personId: string) {
  return { provider, providerAccountId, personId, createdAt: claimedAt };
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
