import { z } from 'zod';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { parseEmail } from '@/lib/domain/email-address';
import { parsePersonName } from '@/lib/domain/person-name';
import { STAFF_ROLES } from '@/lib/domain/roles';
import { giveStaffRole } from '@/lib/server/jobs/staff-role';
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
  email: z.string({ error: 'is missing' }).transform((typed, context) => {
    const email = parseEmail(typed);
    if (email.ok) return email.value;
    context.addIssue('must be an address such as name@example.com');
    return z.NEVER;
  }),
  role: z
    .enum([...STAFF_ROLES, 'none'], { error: `must be ${STAFF_ROLES.join(' or ')}, or none` })
    .transform((role) => (role === 'none' ? null : role)),
  name: z
    .string()
    .transform((typed, context) => {
      const name = parsePersonName(typed);
      if (name.ok) return name.value;
      context.addIssue('must be a name of at most 100 letters');
      return z.NEVER;
    })
    .optional(),
});

const reasons = {
  name_missing: 'Nobody has that address yet: give the person a name with --name.',
  is_customer: "That address belongs to one of a customer's people.",
  busy: 'The database is busy: try again.',
} as const;

await main(async () => {
  const given = readOptions(help, ['email', 'role', 'name']);
  if (!given) return 0;
  const parsed = options.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  --${path.join('.')} ${message}`);
    throw new Obstacle(`Nothing was changed.\n${lines.join('\n')}\nSee npm run staff -- --help.`);
  }
  const { siteUrl } = requireSettings();
  await migrate();
  const saved = await giveStaffRole(parsed.data);
  await closeDatabase();
  if (!saved.ok) throw new Obstacle(`Nothing was changed. ${reasons[saved.refusal]}`);
  const { email, role } = parsed.data;
  console.log(role ? `${email} is ${role}, and signs in at ${siteUrl}/sign-in` : `${email} has no role any more`);
  return 0;
});
