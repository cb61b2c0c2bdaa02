import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { findTyped } from '@/app/[locale]/_task/typed';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { listOpenInvitations } from '@/db/invitations';
import { listMembers } from '@/db/members';
import { mayOn, requireReader } from '@/lib/server/guard';
import { GuideHead } from '@/lib/ui/guide-head';
import { SplitLayout } from '@/lib/ui/guide-layout';
import { InvitationPanel } from './invitation-panel';
import { Invitations } from './invitations';
import { InvitePanel } from './invite-panel';
import { MemberPanel } from './member-panel';
import { Members } from './members';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team');
  return { title: `${t('title')} – Stegvis` };
}

/** Who belongs to the organization; for those who manage it, the forms beside. */
export default async function TeamPage({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const query = await searchParams;
  const asked = {
    member: firstOf(query, 'member'),
    invitation: firstOf(query, 'invitation'),
    do: firstOf(query, 'do'),
  };
  const path = pathWith('/team', asked);
  const here = `/${locale}${path}`;
  const reader = await requireReader(locale, here);
  const t = await getTranslations('team');
  const { organization } = reader;
  const canManage = mayOn(reader, 'organization.manage_members', null);
  const members = await listMembers(reader.scope);
  const invitations = await listOpenInvitations(reader.scope);
  const typed = await findTyped(firstOf(query, 'kept'));
  const member = canManage ? members.find(({ personId }) => personId === asked.member) : undefined;
  const invitation = canManage ? invitations.find(({ id }) => id === asked.invitation) : undefined;
  return (
    <Frame locale={locale} path={path} session={reader.session} section="team">
      <GuideHead title={t('title')} lead={t('lead', { organization: organization.name })} />
      <SplitLayout
        beside={
          member ? (
            <MemberPanel reader={reader} member={member} here={here} typed={typed} isRemoving={asked.do === 'remove'} />
          ) : invitation ? (
            <InvitationPanel invitation={invitation} here={here} />
          ) : canManage ? (
            <InvitePanel here={here} typed={typed} />
          ) : (
            <section aria-labelledby="who">
              <h2 id="who">{t('whoTitle')}</h2>
              <p>
                <WhoMay reader={reader} permission="organization.manage_members" />
              </p>
            </section>
          )
        }
      >
        <Members reader={reader} members={members} chosenId={member?.personId} canManage={canManage} />
        <Invitations invitations={invitations} chosenId={invitation?.id} canManage={canManage} />
      </SplitLayout>
    </Frame>
  );
}
