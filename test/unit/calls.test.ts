import { describe, expect, it } from 'vitest';
import { API } from '@/lib/server/calls';
import { requestIds } from '@/lib/server/request-ids';
import { answer, post } from './route-answers';

const json = { ...post, isSameOrigin: false, contentLength: null, contentType: 'application/json' };

describe('a call of a publisher’s program', () => {
  it.each(API.map(({ path, methods }) => [path, methods] as const))(
    '%s: no origin, no length, JSON',
    (path, methods) => {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
        const isAnswered = methods.some((known) => known === method || (known === 'GET' && method === 'HEAD'));
        const expected = `${isAnswered ? 'call' : 'no call'} ${path}`;
        expect(answer(path, { ...json, method })).toBe(expected);
        expect(answer(`${path}/`, { ...json, method, query: '?api-version=2018-08-31' })).toBe(expected);
      }
    },
  );

  it.each([
    '/api/oauth2/token',
    '/contoso.example/oauth2/token',
    '/2f1c5e0e-6f0d-4d86-9b3c-5d6a3c3f9f7a/oauth2/v2.0/token',
    '/common/oauth2/v2.0/token/',
    '/api/contoso/oauth2/token',
    '/api/contoso/oauth2/v2.0/token',
  ])('%s is where a token is asked for', (path) => {
    expect(answer(path, json)).toBe('call /api/oauth2/token');
    expect(answer(path)).toBe('no call /api/oauth2/token');
  });

  it.each([
    '/oauth2/token',
    '/a/b/oauth2/token',
    '/a/oauth2/v1.0/token',
    '/a/oauth2/token/b',
    '/api/saas',
    '/api/saas/subscriptions/a/b',
    '/api/saas/subscriptions/%ff',
    '/api/saas/subscriptions/%00/activate',
    '/api/saas/subscriptions//resolve/x',
    '/sv-SE/api/saas/subscriptions/resolve',
  ])('%s is none', (path) => {
    expect(answer(path)).not.toMatch(/call/);
  });
});

describe('the ids of a call', () => {
  const uuid = /^[\da-f-]{36}$/;
  const idsOf = (sent: Record<string, string>) => requestIds(new Headers(sent));

  it('come back as they were sent', () => {
    const sent = { 'x-ms-requestid': 'a-1', 'x-ms-correlationid': '2F1C5E0E-6F0D-4D86-9B3C-5D6A3C3F9F7A' };
    expect(idsOf(sent)).toEqual(sent);
  });

  it.each(['', ' ', 'a b', '<script>', 'x'.repeat(65)])('are made anew for %j', (id) => {
    const given = { 'x-ms-requestid': id };
    expect(idsOf(given)['x-ms-requestid']).toMatch(uuid);
    expect(idsOf(given)['x-ms-correlationid']).toMatch(uuid);
  });
});
