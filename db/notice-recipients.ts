import { and, asc, eq, inArray } from 'drizzle-orm';
import { isTold, type MailNotice, reachesRecipients } from '@/lib/domain/mail-notices';
import { type Reader, read } from './client';
import type { NoticeMail } from './outbox';
import {
  billingProfileRoles,
  billingProfiles,
  invoiceRecipients,
  memberships,
  notificationChoices,
  orders,
  organizations,
  people,
} from './schema';
import type { JobScope } from './scope';

export type NoticeRecipient = Pick<NoticeMail, 'to' | 'locale' | 'name'>;

type About = {
  readonly notice: MailNotice;
  readonly organizationId: string;
  readonly billingProfileId: string | null;
  /** An order can come to any profile in its currency. */
  readonly orderId?: string | undefined;
};

/**
 * Who is to be told, each in their own language and once: members by role and choice, by name; then, where the notice
 * reaches them, the profile's recipients without account, in the profile's language.
 */
export async function listNoticeRecipients(_scope: JobScope, about: About): Promise<NoticeRecipient[]> {
  return read(async (db) => {
    const members = await selectMembers(db, about);
    const all = [...members, ...(reachesRecipients(about.notice) ? await selectRecipients(db, about) : [])];
    return all.filter(({ to }, index) => all.findIndex((other) => other.to === to) === index);
  });
}

async function selectMembers(db: Reader, about: About) {
  const { notice, organizationId } = about;
  const ofProfile = and(eq(billingProfiles.organizationId, memberships.organizationId), isProfileOf(db, about));
  const rows = await db
    .select({
      to: people.email,
      name: people.name,
      profileId: billingProfiles.id,
      own: people.locale,
      locale: organizations.locale,
      organizationRole: memberships.role,
      profileRole: billingProfileRoles.role,
      kind: notificationChoices.kind,
      isWanted: notificationChoices.isWanted,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .leftJoin(billingProfiles, ofProfile)
    .leftJoin(
      billingProfileRoles,
      and(eq(billingProfileRoles.billingProfileId, billingProfiles.id), eq(billingProfileRoles.personId, people.id)),
    )
    .leftJoin(
      notificationChoices,
      and(eq(notificationChoices.billingProfileId, billingProfiles.id), eq(notificationChoices.personId, people.id)),
    )
    .where(eq(memberships.organizationId, organizationId))
    .orderBy(asc(people.name));
  // A row for every choice of a member on a profile, or one without.
  return rows.flatMap(({ to, name, own, locale }, index) => {
    if (rows.findIndex((row) => row.to === to) !== index) return [];
    const ofMember = rows.filter((row) => row.to === to);
    const isToldOn = ({ profileId, organizationRole, profileRole }: (typeof rows)[number]) => {
      const chosen = ofMember
        .filter((row) => row.profileId === profileId)
        .flatMap(({ kind, isWanted }) => (kind ? [[kind, isWanted]] : []));
      const roles = { organizationRole, profileRoles: profileRole === null ? [] : [profileRole] };
      return isTold(notice, Object.fromEntries(chosen), roles);
    };
    return ofMember.some(isToldOn) ? [{ to, name, locale: own ?? locale }] : [];
  });
}

function isProfileOf(db: Reader, { organizationId, billingProfileId, orderId }: About) {
  if (orderId === undefined) return eq(billingProfiles.id, billingProfileId ?? '');
  const ofOrder = and(eq(orders.id, orderId), eq(orders.organizationId, organizationId));
  return inArray(billingProfiles.currency, db.select({ currency: orders.currency }).from(orders).where(ofOrder));
}

async function selectRecipients(db: Reader, { organizationId, billingProfileId }: About): Promise<NoticeRecipient[]> {
  const rows = await db
    .select({ to: invoiceRecipients.email, locale: billingProfiles.documentLocale })
    .from(invoiceRecipients)
    .innerJoin(billingProfiles, eq(billingProfiles.id, invoiceRecipients.billingProfileId))
    .where(and(eq(billingProfiles.id, billingProfileId ?? ''), eq(billingProfiles.organizationId, organizationId)))
    .orderBy(asc(invoiceRecipients.email));
  return rows.map((row) => ({ ...row, name: null }));
}
