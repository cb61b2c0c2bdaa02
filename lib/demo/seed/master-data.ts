import { saveOffer, savePublisher } from '@/db/offers';
import { saveBillingProfile, saveMember, saveOrganization } from '@/db/organizations';
import type { JobScope } from '@/db/scope';
import { saveStaffMember } from '@/db/staff';
import type { Day } from '@/lib/domain/days';
import { listBillingProfiles } from './billing-profiles';
import { requireDone } from './done';
import { OFFERS } from './offers';
import { MEMBERS, ORGANIZATIONS, STAFF } from './people';
import { PUBLISHERS } from './publishers';

/** What is there before anything happens: publishers with their offers, organizations with people and profiles, the seller's staff. */
export async function saveMasterData(scope: JobScope, today: Day, createdAt: number): Promise<void> {
  for (const publisher of PUBLISHERS) requireDone(await savePublisher(scope, publisher, createdAt));
  for (const offer of OFFERS) requireDone(await saveOffer(scope, offer, createdAt));
  for (const organization of ORGANIZATIONS) requireDone(await saveOrganization(scope, organization, createdAt));
  for (const member of MEMBERS) requireDone(await saveMember(scope, member, createdAt));
  for (const person of STAFF) requireDone(await saveStaffMember(scope, person, createdAt));
  for (const profile of listBillingProfiles(today)) requireDone(await saveBillingProfile(scope, profile, createdAt));
}
