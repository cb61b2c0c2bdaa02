import { write } from '@/db/client';
import { billingProfileRoles, billingProfiles, memberships, organizations, people } from '@/db/schema';

const createdAt = 0;

/** Anna, who owns an organization and pays for one profile; Nikos of another; and Rut, who belongs nowhere. */
export async function savePeople(): Promise<void> {
  const saved = await write(async (tx) => {
    await tx.insert(organizations).values([
      { id: 'nordlys', name: 'Nordlys Bygg', country: 'SE', locale: 'sv-SE', timeZone: 'Europe/Stockholm', createdAt },
      { id: 'kyma', name: 'Kyma', country: 'GR', locale: 'en-US', timeZone: 'Europe/Athens', createdAt },
    ]);
    await tx.insert(people).values([
      { id: 'anna', name: 'Anna Berg', email: 'anna@nordlys.example', locale: 'sv-SE', createdAt },
      { id: 'nikos', name: 'Nikos Pappas', email: 'nikos@kyma.example', createdAt },
      { id: 'rut', name: 'Rut Ek', email: 'rut@nowhere.example', createdAt },
    ]);
    await tx.insert(memberships).values([
      { organizationId: 'nordlys', personId: 'anna', role: 'owner', createdAt },
      { organizationId: 'kyma', personId: 'nikos', role: 'member', createdAt },
    ]);
    const profile = { currency: 'SEK', timeZone: 'Europe/Stockholm', documentLocale: 'sv-SE', createdAt } as const;
    await tx.insert(billingProfiles).values([
      { ...profile, id: 'own', organizationId: 'nordlys', name: 'Head office', country: 'SE', settlement: 'card' },
      { ...profile, id: 'foreign', organizationId: 'kyma', name: 'Athens', country: 'GR', settlement: 'invoice' },
    ]);
    await tx.insert(billingProfileRoles).values([
      { billingProfileId: 'own', personId: 'anna', role: 'contributor', createdAt },
      { billingProfileId: 'foreign', personId: 'anna', role: 'owner', createdAt },
    ]);
  });
  if (!saved.ok) throw new Error(saved.refusal);
}
