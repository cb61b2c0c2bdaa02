import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findActivationRefusal } from '@/lib/domain/activation';
import { decideOpenPortal, hostOf, isLandingUrl, landingAddress, stageOfVisit } from '@/lib/domain/publisher-portal';

describe('opening the portal', () => {
  it.each([
    ['pending_activation', 'activate', 'activate'],
    ['active', 'manage', 'assign_licenses'],
    ['active_ending', 'manage', 'assign_licenses'],
    ['past_due', 'manage', 'assign_licenses'],
    ['past_due_ending', 'subscription_past_due_ending', 'subscription_past_due_ending'],
    ['disabled', 'subscription_disabled', 'subscription_disabled'],
  ] as const)('in the state %s: to manage %s, to assign %s', (state, manage, assign) => {
    const told = (wish: 'manage' | 'assign_licenses') => {
      const decided = decideOpenPortal(state, wish);
      return decided.ok ? decided.value : decided.refusal;
    };
    expect([told('manage'), told('assign_licenses')]).toEqual([manage, assign]);
  });
});

describe('the landing address', () => {
  it.each([
    ['https://portal.example/landing', 'https://portal.example/landing?token=', 'portal.example'],
    ['https://portal.example/l?lang=a%20b&x', 'https://portal.example/l?lang=a%20b&x&token=', 'portal.example'],
    ['http://localhost:3010/a/landing', 'http://localhost:3010/a/landing?token=', 'localhost:3010'],
    ['https://portal.example', 'https://portal.example?token=', 'portal.example'],
    ['https://portal.example?a=1', 'https://portal.example?a=1&token=', 'portal.example'],
  ])('of %s is %s…, at %s', (registered, address, host) => {
    expect([landingAddress(registered, 'T_-1'), hostOf(registered)]).toEqual([`${address}T_-1`, host]);
  });

  it('is the registered one to the letter, and hands the token over whole', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (registered, token) => {
        const address = landingAddress(registered, token);
        expect(address.startsWith(registered)).toBe(true);
        expect(new URL(address).searchParams.getAll('token').at(-1)).toBe(token);
      }),
    );
  });
});

describe('a landing page', () => {
  it.each([
    ['https://portal.example/landing', true, true],
    ['https://portal.example:8443/l?lang=sv&x', true, true],
    ['https://portal.example', true, true],
    ['http://localhost:3010/landing', true, false],
    ['http://127.0.0.1/landing', true, false],
    ['http://portal.example/landing', false, false],
    ['http://localhost.portal.example/landing', false, false],
    ['http://localhost@portal.example/landing', false, false],
    ['https://us@portal.example/landing', false, false],
    ['https://portal.example\\@evil.example/', false, false],
    ['https://portal.example/landing#top', false, false],
    ['https://portal.example/landing?token=mine', false, false],
    ['https://portal.example/a b', false, false],
    ['javascript:alert(1)', false, false],
    ['https://', false, false],
    ['', false, false],
  ])('%s: in a demo %s, live %s', (url, inDemo, live) => {
    expect([true, false].map((isLocalWanted) => isLandingUrl(url, { isLocalWanted }))).toEqual([inDemo, live]);
  });
});

describe('a visit', () => {
  it.each([
    [undefined, 'none'],
    [{ expiresAt: 101, resolvedAt: null }, 'opened'],
    [{ expiresAt: 101, resolvedAt: 50 }, 'arrived'],
    [{ expiresAt: 100, resolvedAt: null }, 'expired'],
    [{ expiresAt: 100, resolvedAt: 50 }, 'expired'],
  ] as const)('%j is %s at 100', (visit, stage) => {
    expect(stageOfVisit(visit, 100)).toBe(stage);
  });
});

describe('activation by the publisher', () => {
  const bought = { state: 'pending_activation', planId: 'gold', quantity: 10 } as const;
  const flat = { ...bought, quantity: null };

  it.each([
    [bought, 'gold', 10, undefined],
    [bought, 'gold', undefined, undefined],
    [bought, 'gold', 9, 'quantity_mismatch'],
    [bought, 'gold', 0, 'quantity_mismatch'],
    [bought, 'silver', 10, 'plan_mismatch'],
    [bought, '', undefined, 'plan_mismatch'],
    [flat, 'gold', undefined, undefined],
    [flat, 'gold', 1, 'quantity_mismatch'],
    [{ ...bought, state: 'active' }, 'gold', 10, 'already_active'],
    [{ ...bought, state: 'active_ending' }, 'silver', 10, 'already_active'],
    [{ ...bought, state: 'past_due' }, 'gold', 10, 'already_suspended'],
    [{ ...bought, state: 'past_due_ending' }, 'gold', 10, 'already_suspended'],
    [{ ...bought, state: 'disabled' }, 'gold', 10, 'subscription_ended'],
  ] as const)('of %j as %s × %s: %s', (subscription, planId, quantity, expected) => {
    expect(findActivationRefusal(subscription, { planId, quantity })).toBe(expected);
  });
});
