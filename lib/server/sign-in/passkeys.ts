import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { write } from '@/db/client';
import { consumeChallenge, type PasskeyPurpose, saveChallenge } from '@/db/passkey-challenges';
import { findPasskey, listOwnPasskeys, type Passkey, savePasskey, savePasskeyUse } from '@/db/passkeys';
import type { PersonScope } from '@/db/scope';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { nowAt, realNowAt } from '@/lib/server/clock';
import { PASSKEY_MINUTES } from './limits';
import { readAuthentication, readRegistration } from './passkey-answers';
import { passkeyOwner, relyingParty } from './relying-party';
import { hashSecretToken } from './secret-token';
import { recordTokenSession } from './session-token';

const LIFE_MS = PASSKEY_MINUTES * 60_000;
/** EdDSA, ES256 and RS256: what devices of every make can do. */
const ALGORITHMS = [-8, -7, -257];

type Asked = Outcome<string, 'busy'>;

/** Asks a device for a new passkey. Answers what the browser hands to it, as JSON. */
export async function askToAdd(scope: PersonScope, person: { name: string; email: string }): Promise<Asked> {
  const { id, name } = relyingParty();
  const options = await generateRegistrationOptions({
    rpName: name,
    rpID: id,
    userName: person.email,
    userDisplayName: person.name,
    userID: passkeyOwner(scope.personId),
    timeout: LIFE_MS,
    excludeCredentials: (await listOwnPasskeys(scope)).map(named),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return keep(options, 'add', scope.personId);
}

/** Asks for any passkey of the site, or for one of the person's where it must be theirs. */
export async function askToSign(scope?: PersonScope): Promise<Asked> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    timeout: LIFE_MS,
    allowCredentials: scope ? (await listOwnPasskeys(scope)).map(named) : [],
    userVerification: 'required',
  });
  return scope ? keep(options, 'again', scope.personId) : keep(options, 'sign_in', null);
}

async function keep(options: { readonly challenge: string }, purpose: PasskeyPurpose, personId: string | null) {
  const createdAt = realNowAt();
  const challenge = { challengeHash: hashSecretToken(options.challenge), purpose, personId };
  const saved = await saveChallenge({ ...challenge, createdAt, expiresAt: createdAt + LIFE_MS });
  return saved.ok ? accept(JSON.stringify(options)) : saved;
}

type AddRefusal = 'passkey_refused' | 'passkey_taken' | 'busy';

/** Adds the passkey a device has made for the challenge it was given. `answer` is the browser's account, as JSON. */
export async function addPasskeyOf(
  scope: PersonScope,
  { answer, name }: { readonly answer: string; readonly name: string },
): Promise<Outcome<void, AddRefusal>> {
  const response = readRegistration(answer);
  if (!response) return refuse('passkey_refused');
  const verified = await orUndefined(
    verifyRegistrationResponse({
      response,
      ...expected('add', scope.personId),
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!verified?.verified) return refuse('passkey_refused');
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const transports = response.response.transports ?? [];
  const passkey = {
    credentialId: id,
    name,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports,
  };
  const saved = await savePasskey(scope, passkey, nowAt());
  return saved.ok ? saved.value : saved;
}

export type Signed = { readonly sessionToken: string; readonly personId: string };

type Browser = { readonly replacedToken: string | undefined; readonly userAgent: string | undefined };

/**
 * Starts a session for the person whose passkey has signed the challenge, in place of the browser's own. With a scope
 * it must be that very person's. `answer` is the browser's account, as JSON.
 */
export async function signInByPasskey(
  answer: string,
  { replacedToken, userAgent }: Browser,
  scope?: PersonScope,
): Promise<Outcome<Signed, 'passkey_refused' | 'busy'>> {
  const response = readAuthentication(answer);
  const passkey = response && (await findPasskey(response.id));
  if (!passkey || !isOwner(passkey, response.response.userHandle, scope)) return refuse('passkey_refused');
  const verified = await orUndefined(
    verifyAuthenticationResponse({
      response,
      ...expected(scope ? 'again' : 'sign_in', scope?.personId ?? null),
      credential: {
        ...named(passkey),
        publicKey: Buffer.from(passkey.publicKey, 'base64url'),
        counter: passkey.counter,
      },
    }),
  );
  if (!verified?.verified) return refuse('passkey_refused');
  const { personId } = passkey;
  const started = await write(async (tx) => {
    const isFirst = await savePasskeyUse(tx, passkey, { counter: verified.authenticationInfo.newCounter, at: nowAt() });
    return isFirst ? recordTokenSession(tx, personId, realNowAt(), replacedToken, userAgent) : undefined;
  });
  if (!started.ok) return started;
  return started.value === undefined ? refuse('passkey_refused') : accept({ sessionToken: started.value, personId });
}

function isOwner(passkey: Passkey, handle: string | undefined, scope: PersonScope | undefined): boolean {
  const isTheirs = handle === undefined || handle === passkeyOwner(passkey.personId).toString('base64url');
  return isTheirs && (scope === undefined || scope.personId === passkey.personId);
}

/** The challenge is used up by being looked for, whatever becomes of the rest. */
function expected(purpose: PasskeyPurpose, personId: string | null) {
  const { id, origin } = relyingParty();
  const expectedChallenge = async (challenge: string) => {
    const use = { challengeHash: hashSecretToken(challenge), purpose, personId };
    const consumed = await consumeChallenge(use, realNowAt());
    return consumed.ok && consumed.value;
  };
  return { expectedChallenge, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true };
}

function named({ credentialId, transports }: Passkey) {
  return { id: credentialId, transports: [...transports] };
}

/** The library throws what it refuses. */
async function orUndefined<T>(verifying: Promise<T>): Promise<T | undefined> {
  try {
    return await verifying;
  } catch {
    return undefined;
  }
}
