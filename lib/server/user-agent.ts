import { headers } from 'next/headers';
import { isStorableText } from '@/lib/domain/text';

const LONGEST = 400;

/** How the browser of this request describes itself, cut to 400 characters. Only in an action or a route handler. */
export async function findUserAgent(): Promise<string | undefined> {
  const text = (await headers()).get('user-agent')?.trim().slice(0, LONGEST);
  return text && isStorableText(text) ? text : undefined;
}
