import { randomUUID } from 'node:crypto';
import { write } from '@/db/client';
import { consumeMagicLink, countUnusedMagicLinks, isMagicLinkUsable, recordMagicLink } from '@/db/magic-links';
import { recordOutboxEvent } from '@/db/outbox';
import { findPersonByEmail, saveEmailVerified } from '@/db/people';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Locale } from '@/lib/i18n/locales';
import { nowAt, realNowAt } from '@/lib/server/clock';
import { MAGIC_LINK_MINUTES } from './limits';
import { hashSecretToken, isSecretToken, newSecretToken } from './secret-token';
import { recordTokenSession } from './session-token';

const LIFE_MS = MAGIC_LINK_MINUTES * 60_000;
const MOST_UNUSED = 5;

export type LinkRequest = { readonly email: string; readonly locale: Locale; readonly destinationId: string };

/**
 * Records a link and its mail together. Answers the same for every address: known or not, and when five links of the
 * last ten minutes lie unused, in which case nothing is sent. The address as `parseEmail` gives it.
 */
export async function requestMagicLink({ email, locale, destinationId }: LinkRequest): Promise<Outcome<void, 'busy'>> {
  const token = newSecretToken();
  const askedAt = realNowAt();
  const recordedAt = nowAt();
  return write(async (tx) => {
    if ((await countUnusedMagicLinks(tx, email, askedAt - LIFE_MS)) >= MOST_UNUSED) return;
    const link = { tokenHash: hashSecretToken(token), email, destinationHash: hashSecretToken(destinationId) };
    await recordMagicLink(tx, { ...link, createdAt: askedAt, expiresAt: askedAt + LIFE_MS }, askedAt - LIFE_MS);
    const linkPath = `/${locale}/sign-in/confirm?token=${token}&kept=${destinationId}`;
    await recordOutboxEvent(
      tx,
      randomUUID(),
      { kind: 'magic_link_mail', payload: { email, linkPath, locale, expiresAt: recordedAt + LIFE_MS } },
      recordedAt,
    );
  });
}

/** Whether the button behind the link would still sign in. Changes nothing: mail programs open links on their own. */
export async function isLinkUsable(token: unknown): Promise<boolean> {
  return isSecretToken(token) && isMagicLinkUsable(hashSecretToken(token), realNowAt());
}

export type RedeemedLink = {
  readonly personId: string;
  readonly sessionToken: string;
  /** The destination id that came with the link, if it is the one the link was made for. */
  readonly destinationId: string | undefined;
};

/** Uses the link up and starts a session, in one transaction. */
export async function redeemMagicLink(
  { token, kept }: { readonly token: unknown; readonly kept?: unknown },
  replacedToken: string | undefined,
  userAgent?: string,
): Promise<Outcome<RedeemedLink, 'link_not_usable' | 'busy'>> {
  if (!isSecretToken(token)) return refuse('link_not_usable');
  const redeemedAt = realNowAt();
  const redeemed = await write(async (tx): Promise<RedeemedLink | undefined> => {
    const link = await consumeMagicLink(tx, hashSecretToken(token), redeemedAt);
    const person = link && (await findPersonByEmail(tx, link.email));
    if (!person) return undefined;
    await saveEmailVerified(tx, person.id, nowAt());
    const belongs = isSecretToken(kept) && hashSecretToken(kept) === link.destinationHash;
    return {
      personId: person.id,
      sessionToken: await recordTokenSession(tx, person.id, redeemedAt, replacedToken, userAgent),
      destinationId: belongs ? kept : undefined,
    };
  });
  if (!redeemed.ok) return redeemed;
  return redeemed.value ? accept(redeemed.value) : refuse('link_not_usable');
}
