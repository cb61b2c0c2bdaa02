import { z } from 'zod';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { STAFF_ROLES } from '@/lib/domain/roles';
import { giveStaffRole } from '@/lib/server/jobs/staff-role';
import { emailOption, personNameOption, requireOptions } from './options';
import { requireSettings } from './prepare';
import { main, Obstacle, readOptions } from './terminal';

const help = `
npm run staff -- --email vera@seller.example --role biller --name "Vera Ek"

Gives one of the operator's own people a role in the configured database, which
is brought up to date first. The person signs in like everybody else.
  --email   the person's address
  --role    ${STAFF_ROLES.join(' or ')}, or none to take every role away
  --name    the person's name, where nobody has that address yet
Refuses an address that belongs to a customer: whoever books an organization's
money is not one of its people.
`;

const options = z.object({
  email: emailOption,
  role: z
    .enum([...STAFF_ROLES, 'none'], { error: `must be ${STAFF_ROLES.join(' or ')}, or none` })
    .transform((role) => (role === 'none' ? null : role)),
  name: personNameOption.optional(),
});

const nothing = 'Nothing was changed.';
const reasons = {
  name_missing: 'Nobody has that address yet: give the person a name with --name.',
  is_customer: "That address belongs to one of a customer's people.",
  busy: 'The database is busy: try again.',
} as const;

await main(async () => {
  const given = readOptions(help, ['email', 'role', 'name']);
  if (!given) return 0;
  const wish = requireOptions({ name: 'npm run staff', nothing }, options, given);
  const { siteUrl } = requireSettings();
  await migrate();
  const saved = await giveStaffRole(wish);
  await closeDatabase();
  if (!saved.ok) throw new Obstacle(`${nothing} ${reasons[saved.refusal]}`);
  const { email, role } = wish;
  console.log(role ? `${email} is ${role}, and signs in at ${siteUrl}/sign-in` : `${email} has no role any more`);
  return 0;
});
