import { useLocale, useMessages } from 'next-intl';
import type { Activity } from '@/db/activity';
import { printAct } from '@/lib/i18n/acts';

/** What was done, in words, from the facts before and after. */
export function ActText({ activity }: { activity: Pick<Activity, 'act' | 'before' | 'after'> }) {
  const locale = useLocale();
  return printAct(locale, useMessages().acts, activity);
}
