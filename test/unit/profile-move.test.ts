import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideProfileMove,
  findMoveObstacle,
  findProfileRefusal,
  type MovableProfile,
  type MoveFacts,
} from '@/lib/domain/profile-move';
import { PROFILE_ROLES, type ProfileRole } from '@/lib/domain/roles';
import { SUBSCRIPTION_STATES, type SubscriptionState } from '@/lib/domain/subscription-states';

const office: MovableProfile = { id: 'office', country: 'SE', currency: 'SEK', ownRole: 'contributor' };
const projects: MovableProfile = { id: 'projects', country: 'SE', currency: 'SEK', ownRole: 'owner' };
const facts: MoveFacts = { state: 'active', periodEnd: '2026-12-01', profile: office };
const today = '2026-11-22';

describe('whether a subscription can be moved', () => {
  it.each<[SubscriptionState, string, string | undefined]>([
    ['active', today, undefined],
    ['active_ending', today, undefined],
    ['active', '2026-11-30', undefined],
    ['active', '2026-12-01', 'renewal_due'],
    ['active_ending', '2026-12-05', 'renewal_due'],
    ['pending_activation', today, 'subscription_pending_activation'],
    ['past_due', today, 'subscription_past_due'],
    ['past_due_ending', today, 'subscription_past_due'],
    ['disabled', today, 'subscription_disabled'],
  ])('%s on %s → %s', (state, on, refusal) => {
    expect(findMoveObstacle({ ...facts, state }, on)).toBe(refusal);
  });
});

describe('whether a profile can be chosen', () => {
  it.each<[string, Partial<MovableProfile>, string | undefined]>([
    ['same country and currency', {}, undefined],
    ['the profile itself', { id: 'office' }, 'profile_same'],
    ['another currency', { country: 'NO', currency: 'NOK' }, 'currency_differs'],
    ['another country with the same currency', { country: 'AX' }, 'country_differs'],
    ['another currency of the same country', { currency: 'EUR' }, 'currency_differs'],
    ['no role', { ownRole: null }, 'role_missing'],
    ['no role comes before all that a role would tell', { ownRole: null, currency: 'NOK' }, 'role_missing'],
    ['the role reader', { ownRole: 'reader' }, 'role_missing'],
    ['the role invoice manager', { ownRole: 'invoice_manager' }, 'role_missing'],
    ['the role contributor', { ownRole: 'contributor' }, undefined],
  ])('%s', (_, to, refusal) => {
    expect(findProfileRefusal(office, { ...projects, ...to })).toBe(refusal);
  });

  it('takes a role on the profile that is left, too', () => {
    for (const ownRole of [null, 'reader', 'invoice_manager'] as const)
      expect(findProfileRefusal({ ...office, ownRole }, projects)).toBe('role_missing');
  });
});

describe('a move', () => {
  const role = fc.constantFrom<ProfileRole | null>(null, ...PROFILE_ROLES);
  const profile = fc.record<MovableProfile>({
    id: fc.constantFrom('office', 'projects', 'north'),
    country: fc.constantFrom('SE', 'NO', 'AX'),
    currency: fc.constantFrom('SEK', 'NOK', 'EUR'),
    ownRole: role,
  });

  it('is accepted exactly when nothing stands in the way of app and profile, and keeps country and currency', () => {
    fc.assert(
      fc.property(profile, profile, fc.constantFrom(...SUBSCRIPTION_STATES), (from, to, state) => {
        const asked = { state, periodEnd: '2026-12-01', profile: from };
        const decision = decideProfileMove(asked, to, today);
        const refusal = findMoveObstacle(asked, today) ?? findProfileRefusal(from, to);
        if (!decision.ok) return decision.refusal === refusal;
        const mayBoth = [from, to].every(({ ownRole }) => ownRole === 'owner' || ownRole === 'contributor');
        const isSameMarket = from.currency === to.currency && from.country === to.country;
        return refusal === undefined && mayBoth && isSameMarket && from.id !== to.id && state.startsWith('active');
      }),
    );
  });
});
