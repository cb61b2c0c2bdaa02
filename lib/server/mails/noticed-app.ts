import type { NoticeFacts } from '@/db/notice-facts';
import type { MailTexts } from './mail-texts';
import type { MailFact } from './mail-words';

/** `isMember`: has an account, so that a link leads somewhere. */
export type ToldFacts = NoticeFacts & { readonly isMember: boolean };

/** Which app it is, and who pays for it. */
export function appFacts(t: MailTexts, { subscription, profile }: ToldFacts): MailFact[] {
  if (!subscription) return [];
  const { offer, plan } = subscription;
  return [
    { name: t('notices.facts.app'), text: t('notices.facts.plan', { app: offer.name, plan: plan.name }) },
    { name: t('notices.facts.profile'), text: profile },
  ];
}
