import { type Destination, findLiveDestination, saveDestination } from '@/db/destinations';
import { accept, type Outcome } from '@/lib/domain/outcome';
import { isStorableText } from '@/lib/domain/text';
import type { Locale } from '@/lib/i18n/locales';
import { realNowAt } from '@/lib/server/clock';
import { DESTINATION_MINUTES } from './limits';
import { findAnchor, findOwnPath } from './own-path';
import { hashSecretToken, isSecretToken, newSecretToken } from './secret-token';

const LIFE_MS = DESTINATION_MINUTES * 60_000;
const MOST_FIELDS = 40;
const MOST_TYPED = 16_384;

export type Going = {
  readonly locale: Locale;
  /** As the browser gave it: checked here. Without a usable one the reader goes to the help home. */
  readonly path?: string | undefined;
  readonly anchor?: string | undefined;
  /** Form values by field name; too many or too long ones are not kept. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
  /** Who typed them, where that is known. */
  readonly personId?: string | undefined;
};

/** Keeps where the reader was going for 30 minutes. Answers the id that finds it again, 256 random bits. */
export async function keepDestination(going: Going): Promise<Outcome<string, 'busy'>> {
  const id = newSecretToken();
  const own = findOwnPath(going.path ?? '') ?? { locale: going.locale, path: `/${going.locale}/help` };
  const keptAt = realNowAt();
  const saved = await saveDestination({
    idHash: hashSecretToken(id),
    locale: own.locale,
    path: withoutKept(own.path),
    anchor: findAnchor(going.anchor ?? '') ?? null,
    typed: withinLimits(going.typed ?? {}),
    personId: going.personId ?? null,
    createdAt: keptAt,
    expiresAt: keptAt + LIFE_MS,
  });
  return saved.ok ? accept(id) : saved;
}

/** Undefined when the id is malformed, unknown or older than 30 minutes. */
export async function findDestination(id: unknown): Promise<Destination | undefined> {
  return isSecretToken(id) ? findLiveDestination(hashSecretToken(id), realNowAt()) : undefined;
}

/** The destination as an own address; carries its id as `kept` when a form has values to get back. */
export function destinationUrl(destination: Destination, id: string): string {
  const url = new URL(destination.path, 'http://own.invalid');
  if (Object.keys(destination.typed).length > 0) url.searchParams.set('kept', id);
  return url.pathname + url.search + (destination.anchor ? `#${destination.anchor}` : '');
}

/** Whether the person, or a visitor, may have back what was kept. */
export function isKeptFor({ personId }: Destination, asking: string | undefined): boolean {
  return personId === null || personId === asking;
}

/** Where the person goes after signing in: the kept address unless it was kept for somebody else, or the help home. */
export async function landingUrl(locale: Locale, id: unknown, personId: string): Promise<string> {
  const destination = await findDestination(id);
  const isTheirs = destination !== undefined && isKeptFor(destination, personId);
  return isTheirs && isSecretToken(id) ? destinationUrl(destination, id) : `/${locale}/help`;
}

/** The id that came with a sign-in form while it lives; otherwise keeps where the form says the reader was going. */
export async function keptOrNew(kept: string | undefined, going: Going): Promise<Outcome<string, 'busy'>> {
  return kept !== undefined && (await findDestination(kept)) ? accept(kept) : keepDestination(going);
}

function withoutKept(path: string): string {
  const url = new URL(path, 'http://own.invalid');
  url.searchParams.delete('kept');
  return url.pathname + url.search;
}

function withinLimits(typed: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(typed).filter(([name, value]) => isStorableText(name + value));
  const length = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return entries.length <= MOST_FIELDS && length <= MOST_TYPED ? Object.fromEntries(entries) : {};
}
