import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, pageHeaders } from '@/lib/server/headers';

/** The policy as directive → sources. */
function directivesOf(policy: string) {
  return new Map(
    policy.split('; ').map((line) => {
      const [name = '', ...sources] = line.split(' ');
      return [name, sources];
    }),
  );
}

describe('the policy of a page', () => {
  it('made at build lets no script run and nothing connect', () => {
    const policy = directivesOf(contentSecurityPolicy(undefined, []));
    expect(policy.get('script-src')).toEqual(["'none'"]);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.has('connect-src')).toBe(false);
  });

  it('made for a request lets only scripts with its nonce run', () => {
    const policy = directivesOf(contentSecurityPolicy('abc123==', []));
    expect(policy.get('script-src')).toEqual(["'nonce-abc123=='", "'strict-dynamic'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
  });

  it.each([undefined, 'nonce'])('with nonce %s, is never framed, rebased or loosened', (nonce) => {
    const text = contentSecurityPolicy(nonce, ['https://id.example']);
    const policy = directivesOf(text);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'self'", 'https://id.example']);
    expect(text).not.toMatch(/unsafe-|\*|https?:(?!\/\/id\.example)/);
  });
});

describe('the headers of a page', () => {
  it('made at build may be kept and asked for again', () => {
    const headers = pageHeaders('static', 'policy', 'sv-SE');
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(headers).not.toHaveProperty('vary');
  });

  it('made for a request are nobody else’s', () => {
    const headers = pageHeaders('live', 'policy', 'sv-SE');
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', vary: 'Cookie' });
  });

  it('always carry the policy, the language and the fixed ones', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('static', 'live'),
        fc.string(),
        fc.constantFrom('en-US', 'sv-SE'),
        (kind, policy, locale) => {
          const headers = pageHeaders(kind, policy, locale);
          expect(headers).toMatchObject({
            'content-security-policy': policy,
            'content-language': locale,
            'x-content-type-options': 'nosniff',
            'referrer-policy': 'strict-origin-when-cross-origin',
            'cross-origin-opener-policy': 'same-origin',
            'permissions-policy': expect.stringContaining('camera=()'),
          });
        },
      ),
    );
  });
});
