import { getTranslations } from 'next-intl/server';
import { SIGN_IN_CODES } from './sign-in-code';

/** Words by code, for a form that runs in the browser. */
export type RefusalTexts = { readonly title: string; readonly byCode: Readonly<Record<string, string>> };

/** What the sign-in forms may have to say when they come back. */
export async function signInRefusals(): Promise<RefusalTexts> {
  const t = await getTranslations('signIn');
  return {
    title: t('errorsTitle'),
    byCode: Object.fromEntries(SIGN_IN_CODES.map((code) => [code, t(`why.${code}`)])),
  };
}
