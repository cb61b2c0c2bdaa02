import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { CURRENT_POLICY } from '@/lib/domain/policies';
import { formatInstant } from '@/lib/i18n/formats';
import { findSession } from '@/lib/server/session';
import { findInvitation } from '@/lib/server/sign-in/invitation';
import { Actions, ButtonLink } from '@/lib/ui/button';
import { GuideHead } from '@/lib/ui/guide-head';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Accept } from './accept';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitation');
  return { title: `${t('pageTitle')} – Stegvis`, robots: { index: false } };
}

/** Who invites whom, where to and as what. Opening it changes nothing: mail programs open links on their own. */
export default async function InvitationPage({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const token = firstOf(await searchParams, 'token');
  const path = pathWith('/sign-in/invitation', { token });
  const session = await findSession();
  const shown = await findInvitation(token);
  const t = await getTranslations('invitation');
  const role = await getTranslations('signIn.roles');
  if (!shown || token === undefined) {
    return (
      <Frame locale={locale} path={path} session={session}>
        <GuideHead title={t('goneTitle')} lead={t('goneText', { days: CURRENT_POLICY.invitationDays })}>
          <Actions>
            <ButtonLink href={`/${locale}/${session ? 'account' : 'sign-in'}`}>
              {session ? t('toAccount') : t('signIn')}
            </ButtonLink>
          </Actions>
        </GuideHead>
      </Frame>
    );
  }
  const { organization, invitedBy, email, expiresAt, timeZone } = shown.invitation;
  return (
    <Frame locale={locale} path={path} session={session}>
      <GuideHead title={t('title', { organization })} lead={t('lead', { person: invitedBy })} />
      <div className="page-narrow">
        <Pairs>
          <Pair name={t('organization')}>{organization}</Pair>
          <Pair name={t('role')}>
            <span className="capital">{role(shown.invitation.role)}</span>
          </Pair>
          <Pair name={t('invitedBy')}>{invitedBy}</Pair>
          <Pair name={t('address')}>{email}</Pair>
          <Pair name={t('until')}>{formatInstant(locale, expiresAt, timeZone)}</Pair>
        </Pairs>
        <Accept shown={shown} token={token} locale={locale} session={session} />
      </div>
    </Frame>
  );
}
