import { cookies, headers } from 'next/headers';
import { LANGUAGE_COOKIE } from './language-cookie';

/** What this request says about the reader's language; `acceptLanguage` is empty where it says nothing. */
export async function readLanguageSigns(): Promise<{ hasChosen: boolean; acceptLanguage: string }> {
  return {
    hasChosen: (await cookies()).has(LANGUAGE_COOKIE),
    acceptLanguage: (await headers()).get('accept-language') ?? '',
  };
}
