import type { Html } from '@/lib/demo/html';
import type { PublisherId } from './publishers';
import type { PortalSession } from './sessions';
import type { Language, Words } from './words';

/** One request, read: at which publisher's, in which language, by whom. */
export type Visit = {
  readonly publisher: PublisherId;
  readonly language: Language;
  readonly words: Words;
  readonly session: PortalSession | undefined;
  readonly method: string;
  /** What follows the publisher in the path. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
};

export type Answer =
  | { readonly status: 200 | 400 | 403 | 404 | 502; readonly page: Html }
  | { readonly status: 303; readonly location: string; readonly setCookie?: string };

export function goTo(location: string, setCookie?: string): Answer {
  return setCookie === undefined ? { status: 303, location } : { status: 303, location, setCookie };
}
