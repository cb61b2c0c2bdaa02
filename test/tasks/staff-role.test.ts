import { expect, test } from 'vitest';
import { giveStaffRole } from '@/lib/server/jobs/staff-role';
import { everything, newDemoDatabase } from '@/test/support/database';

const vera = { email: 'vera.ek@seller.example', name: 'Vera Ek', role: 'biller' } as const;

const rolesNow = async () => {
  const { staff_roles: roles, people } = await everything();
  const person = people?.find((row) => Object(row).email === vera.email);
  return roles?.filter((row) => Object(row).personId === Object(person).id).map((row) => Object(row).role);
};

test('a role is given once to a new person, and taken away', async () => {
  await newDemoDatabase();
  expect(await giveStaffRole(vera)).toEqual({ ok: true, value: undefined });
  const given = await everything();
  expect(await rolesNow()).toEqual(['biller']);
  expect(await giveStaffRole({ ...vera, name: undefined })).toEqual({ ok: true, value: undefined });
  expect(await everything()).toEqual(given);
  expect(await giveStaffRole({ ...vera, role: null })).toEqual({ ok: true, value: undefined });
  expect(await rolesNow()).toEqual([]);
});

test.each([
  ['a stranger without a name', { ...vera, name: undefined }, 'name_missing'],
  ["one of a customer's people", { ...vera, email: 'maja.sandberg@nordlysbygg.example' }, 'is_customer'],
])('%s gets none, and nothing changes', async (_, wish, refusal) => {
  await newDemoDatabase();
  const before = await everything();
  expect(await giveStaffRole(wish)).toEqual({ ok: false, refusal });
  expect(await everything()).toEqual(before);
});
