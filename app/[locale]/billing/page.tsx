import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Colleagues } from '@/app/[locale]/_billing/colleagues';
import { ProfileSummary } from '@/app/[locale]/_billing/profile-summary';
import { Frame } from '@/app/[locale]/_frame/frame';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { type BillingProfile, listBillingProfiles } from '@/db/billing-profiles';
import { listColleaguesWithRole } from '@/db/colleagues';
import { listDocuments, listWaitingLines } from '@/db/invoices';
import { dayIn } from '@/lib/domain/days';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader, requireReader } from '@/lib/server/guard';
import { EmptyState } from '@/lib/ui/empty-state';
import { GuideHead } from '@/lib/ui/guide-head';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('billing');
  return { title: `${t('title')} – Stegvis` };
}

/** Every billing profile of the organization: what is to pay and the newest invoices, or who can show them. */
export default async function BillingPage({ params }: Pick<PageProps, 'params'>) {
  await connection();
  const locale = requireLocale((await params).locale);
  const reader = await requireReader(locale, `/${locale}/billing`);
  const t = await getTranslations('billing');
  const all = await listBillingProfiles(reader.scope);
  const isReadable = ({ id }: BillingProfile) => mayOn(reader, 'profile.see', id) && mayOn(reader, 'invoice.see', id);
  const readable = all.filter(isReadable);
  const documents = await listDocuments(
    reader.scope,
    readable.map(({ id }) => id),
  );
  const waiting = await Promise.all(readable.map(({ id }) => listWaitingLines(reader.scope, id)));
  const others = all.filter((profile) => !isReadable(profile));
  return (
    <Frame locale={locale} path="/billing" session={reader.session} section="billing">
      <GuideHead title={t('title')} lead={t('lead')} />
      {all.length === 0 ? <EmptyState title={t('noProfiles')} text={t('noProfilesText')} /> : null}
      {readable.map((profile, index) => (
        <ProfileSummary
          key={profile.id}
          profile={profile}
          documents={documents.filter(({ billingProfileId }) => billingProfileId === profile.id)}
          waiting={waiting[index] ?? []}
          today={dayIn(profile.timeZone, nowAt())}
        />
      ))}
      {others.length > 0 ? <NamesOnly reader={reader} profiles={others} locale={locale} /> : null}
    </Frame>
  );
}

type NamesOnlyProps = { reader: Reader; profiles: readonly BillingProfile[]; locale: string };

/** Profiles that the reader has no role on: their names, and the owners, who can give one. */
async function NamesOnly({ reader, profiles, locale }: NamesOnlyProps) {
  const t = await getTranslations('billing');
  const asked = await Promise.all(
    profiles.map(async (profile) => ({
      profile,
      owners: await listColleaguesWithRole(reader.scope, profile.id, ['owner']),
    })),
  );
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t('others')}</h2>
      <p>{t('othersText')}</p>
      <ul className="names-only">
        {asked.map(({ profile, owners }) => (
          <li key={profile.id}>
            <a href={`/${locale}/billing/profiles/${profile.id}`}>{profile.name}</a>
            <Colleagues people={owners} />
          </li>
        ))}
      </ul>
    </section>
  );
}
