import { findInvitationForJob } from '@/db/invitations';
import type { PayloadOf } from '@/db/outbox';
import type { JobScope } from '@/db/scope';
import { settings } from '@/lib/env';
import { formatInstant } from '@/lib/i18n/formats';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import type { Composed } from './compose';
import { mailTexts } from './mail-texts';
import { writeMail } from './write-mail';

/** Not sent once the invitation was accepted, withdrawn or replaced by a newer one. */
export async function composeInvitation(
  scope: JobScope,
  payload: PayloadOf<'invitation_mail'>,
  composedAt: number,
): Promise<Composed> {
  const invitation = await findInvitationForJob(scope, payload.invitationId, composedAt);
  if (!invitation) return { unsent: 'expired' };
  const { email, organization, role, invitedBy: person, expiresAt, timeZone } = invitation;
  const locale = isLocale(payload.locale) ? payload.locale : SOURCE_LOCALE;
  const t = await mailTexts(locale);
  return writeMail(
    { to: email, locale },
    {
      subject: t('invitation.subject', { person, organization }),
      greeting: t('helloAll'),
      paragraphs: [
        t('invitation.text', { person, organization, role }),
        t('invitation.how', { date: formatInstant(locale, expiresAt, timeZone) }),
      ],
      action: { label: t('invitation.action'), href: `${settings().siteUrl}/${locale}${payload.linkPath}` },
      remarks: [t('invitation.remark', { person })],
    },
  );
}
