import { getTranslations } from 'next-intl/server';
import type { RefusalWords } from '@/lib/domain/task-state';
import { SIGN_IN_CODES } from './sign-in-code';

/** What the sign-in forms may have to say when they come back. */
export async function signInRefusals(): Promise<RefusalWords<string>> {
  const t = await getTranslations('signIn');
  return {
    title: t('errorsTitle'),
    byCode: Object.fromEntries(SIGN_IN_CODES.map((code) => [code, t(`why.${code}`)])),
  };
}
