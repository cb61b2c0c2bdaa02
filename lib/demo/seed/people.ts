import type { MemberDraft, OrganizationDraft } from '@/db/organizations';
import { OrgScope } from '@/db/scope-mint';
import type { StaffDraft } from '@/db/staff';
import type { OrganizationRole } from '@/lib/domain/roles';

export const ORGANIZATIONS: readonly OrganizationDraft[] = [
  { id: 'nordlys', name: 'Nordlys Bygg AB', country: 'SE', locale: 'sv-SE', timeZone: 'Europe/Stockholm' },
  { id: 'kymata', name: 'Kymata Hotels S.A.', country: 'GR', locale: 'en-US', timeZone: 'Europe/Athens' },
];

function member(organizationId: string, id: string, name: string, role: OrganizationRole): MemberDraft {
  return { id, organizationId, name, email: `${id.replace('-', '.')}@${domainOf(organizationId)}`, role };
}

/** What an organization's e-mail addresses end with. */
export function domainOf(organizationId: string): string {
  return organizationId === 'nordlys' ? 'nordlysbygg.example' : 'kymata.example';
}

export const MEMBERS: readonly MemberDraft[] = [
  member('nordlys', 'astrid-lindqvist', 'Astrid Lindqvist', 'owner'),
  member('nordlys', 'johan-ekstrom', 'Johan Ekström', 'app_admin'),
  member('nordlys', 'maja-sandberg', 'Maja Sandberg', 'member'),
  member('nordlys', 'erik-nystrom', 'Erik Nyström', 'member'),
  member('nordlys', 'karin-holm', 'Karin Holm', 'member'),
  member('nordlys', 'oskar-berglund', 'Oskar Berglund', 'member'),
  member('kymata', 'eleni-papadaki', 'Eleni Papadaki', 'owner'),
  member('kymata', 'nikos-georgiou', 'Nikos Georgiou', 'app_admin'),
  member('kymata', 'maria-vlachou', 'Maria Vlachou', 'member'),
  member('kymata', 'dimitris-kanakis', 'Dimitris Kanakis', 'member'),
  member('kymata', 'katerina-ioannou', 'Katerina Ioannou', 'member'),
];

/** The made-up seller's own people. */
export const STAFF: readonly StaffDraft[] = [
  { id: 'vera-sandqvist', name: 'Vera Sandqvist', email: 'vera.sandqvist@torgvind.example', roles: ['biller'] },
];

/** What the person may see and do, as if they had signed in. */
export function scopeOf(personId: string): OrgScope {
  const found = MEMBERS.find(({ id }) => id === personId);
  if (!found) throw new Error(`Nobody is called ${personId}`);
  return new OrgScope({ organizationId: found.organizationId, personId, organizationRole: found.role });
}
