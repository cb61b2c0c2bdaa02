import { findNoticeFacts, type NoticeFacts } from '@/db/notice-facts';
import type { NoticeMail } from '@/db/outbox';
import type { JobScope } from '@/db/scope';
import { isLocale, type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import type { Composed } from './compose';
import { documentFiles } from './document-files';
import { mailTexts } from './mail-texts';
import { memberFoot } from './notice-foot';
import { noticeWords } from './notice-words';
import { composeOrderNotice } from './order-notice';
import { writeMail } from './write-mail';

/** A notice in its recipient's language, from what is so now; not sent when it is no longer true. */
export async function composeNotice(scope: JobScope, payload: NoticeMail, now: number): Promise<Composed> {
  const { notice } = payload;
  if (notice === 'order_waiting') return composeOrderNotice(scope, payload, now);
  const facts = await findNoticeFacts(scope, { ...payload, notice }, now);
  if (!facts) return { unsent: 'not_needed' };
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  const words = noticeWords(t, locale, { ...facts, isMember: payload.name !== null });
  return writeMail(
    { to: payload.to, locale, attachments: facts.document ? documentFiles(facts.document) : [] },
    {
      greeting: payload.name === null ? t('helloAll') : t('hello', { name: payload.name }),
      ...words,
      foot: footOf(t, payload, facts, locale),
    },
  );
}

type Texts = Awaited<ReturnType<typeof mailTexts>>;

function footOf(t: Texts, { name }: NoticeMail, { organization, profile, mayDecline }: NoticeFacts, locale: Locale) {
  if (name === null) return { text: t('notices.foot.recipient', { organization, profile }) };
  if (!mayDecline) return { text: t('notices.foot.mustKnow', { organization }) };
  return memberFoot(t, locale, organization);
}
