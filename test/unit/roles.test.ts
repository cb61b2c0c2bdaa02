import { describe, expect, it } from 'vitest';
import { may, mayMove, type Permission, rolesThatMay } from '@/lib/domain/roles';

const ALL_PROFILE = ['profile.owner', 'profile.contributor', 'profile.invoice_manager', 'profile.reader'];
const CHANGERS = ['profile.owner', 'profile.contributor'];
const ORGANIZATION = ['organization.owner', 'organization.app_admin', 'organization.member'];
const ADMINS = ['organization.owner', 'organization.app_admin'];

describe('who may do what', () => {
  it.each<[Permission, string[]]>([
    ['organization.see', [...ORGANIZATION, ...ALL_PROFILE]],
    ['subscription.see', [...ORGANIZATION, ...ALL_PROFILE]],
    ['profile.see_name', [...ORGANIZATION, ...ALL_PROFILE]],
    ['subscription.activate', ADMINS],
    ['publisher_portal.open', ADMINS],
    ['organization.manage_members', ['organization.owner']],
    ['activity.see', [...ADMINS, ...ALL_PROFILE]],
    ['profile.see', ALL_PROFILE],
    ['invoice.see', ALL_PROFILE],
    ['receipt.see', ALL_PROFILE],
    ['invoice.pay', ['profile.owner', 'profile.contributor', 'profile.invoice_manager']],
    ['profile.edit', CHANGERS],
    ['profile.replace_payment_method', CHANGERS],
    ['subscription.buy', CHANGERS],
    ['subscription.increase', CHANGERS],
    ['subscription.decrease', CHANGERS],
    ['subscription.change_plan', CHANGERS],
    ['subscription.cancel', CHANGERS],
    ['subscription.move', CHANGERS],
    ['profile.grant_roles', ['profile.owner']],
    ['support.propose_change', ['staff.agent', 'staff.lead']],
    ['support.see_masked', ['staff.agent', 'staff.lead']],
    ['flow_link.manage', ['staff.agent', 'staff.lead']],
    ['support.see_team', ['staff.lead']],
    ['support.see_agent_access', ['staff.lead']],
    ['payment.book', ['staff.biller']],
    ['invoice.write_off', ['staff.biller']],
    ['wording.accept', ['staff.language_owner']],
    ['search_gaps.see', ['staff.language_owner']],
    ['offer.manage', ['publisher.publisher_admin']],
    ['publisher.manage_credentials', ['publisher.publisher_admin']],
    ['subscription.ask_change', ['publisher.publisher_admin']],
  ])('%s', (permission, roles) => {
    expect(rolesThatMay(permission)).toEqual(roles);
  });

  it('lets a member without a profile role see the subscription and change nothing', () => {
    const member = { organizationRole: 'member', profileRoles: [] } as const;
    expect(may(member, 'subscription.see')).toBe(true);
    for (const permission of [
      'subscription.increase',
      'profile.see',
      'invoice.see',
      'subscription.activate',
    ] as const) {
      expect(may(member, permission)).toBe(false);
    }
  });

  it('adds the roles of a person up', () => {
    const person = { organizationRole: 'app_admin', profileRoles: ['reader', 'contributor'] } as const;
    expect(may(person, 'subscription.activate')).toBe(true);
    expect(may(person, 'subscription.increase')).toBe(true);
    expect(may(person, 'profile.grant_roles')).toBe(false);
  });

  it('gives nothing to somebody without roles, and nothing of a customer to staff or publishers', () => {
    expect(may({ profileRoles: [] }, 'subscription.see')).toBe(false);
    const staff = {
      profileRoles: [],
      staffRoles: ['agent', 'lead', 'biller', 'language_owner'],
      isPublisherAdmin: true,
    } as const;
    expect(may(staff, 'offer.manage')).toBe(true);
    expect(may(staff, 'subscription.increase')).toBe(false);
    expect(may(staff, 'profile.see')).toBe(false);
  });

  it('moves only with the role on both profiles', () => {
    const changer = { profileRoles: ['contributor'] } as const;
    const reader = { profileRoles: ['reader'] } as const;
    expect([mayMove(changer, changer), mayMove(changer, reader), mayMove(reader, changer)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
