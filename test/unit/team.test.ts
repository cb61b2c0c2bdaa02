import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMixedScripts } from '@/lib/domain/mixed-scripts';
import { parsePersonName } from '@/lib/domain/person-name';
import { ORGANIZATION_ROLES } from '@/lib/domain/roles';
import { decideRemoval, decideRoleChange, type MemberFacts } from '@/lib/domain/team';

const plain: MemberFacts = { role: 'member', isLastOwner: false, soleOwnerOf: [] };
const lastOwner: MemberFacts = { role: 'owner', isLastOwner: true, soleOwnerOf: [] };
const soleProfileOwner: MemberFacts = { ...plain, soleOwnerOf: ['Region Norr'] };

describe('a removal', () => {
  it.each([
    ['a member', plain, false, undefined],
    ['one of two owners', { ...plain, role: 'owner' }, false, undefined],
    ['oneself', plain, true, 'own_removal'],
    ['the last owner', lastOwner, false, 'last_owner'],
    ['the last owner, who is oneself', lastOwner, true, 'last_owner'],
    ['the only owner of a profile', soleProfileOwner, false, 'last_profile_owner'],
  ] as const)('of %s', (_, member, isSelf, refusal) => {
    const decided = decideRemoval(member, { isSelf });
    expect(decided).toEqual(refusal ? { ok: false, refusal } : { ok: true, value: undefined });
  });
});

describe('a new role', () => {
  it.each(ORGANIZATION_ROLES)('%s: not for who has it, nor for the last owner', (role) => {
    for (const from of ORGANIZATION_ROLES) {
      const expected = from === role ? { ok: false, refusal: 'role_unchanged' } : { ok: true, value: role };
      expect(decideRoleChange({ ...plain, role: from }, role)).toEqual(expected);
    }
    const refusal = role === 'owner' ? 'role_unchanged' : 'last_owner';
    expect(decideRoleChange(lastOwner, role)).toEqual({ ok: false, refusal });
  });

  it('needs nothing of the billing profiles, whose roles stay', () => {
    expect(decideRoleChange(soleProfileOwner, 'app_admin').ok).toBe(true);
  });
});

describe('an address', () => {
  it.each([
    'anna@nordlys.example',
    'åsa.öst-2@företag.example',
    'ελένη@kymata.example',
    'анна@пример.example',
    '山田たろう@example.jp',
    'anna+apps@nordlys.example',
  ])('%s mixes no scripts', (address) => {
    expect(hasMixedScripts(address)).toBe(false);
  });

  it.each(['аnna@nordlys.example', 'anna@nordlуs.example', 'αnna@nordlys.example', 'anna@ᏚᎪMPLE.example'])(
    '%s looks like another',
    (address) => {
      expect(hasMixedScripts(address)).toBe(true);
    },
  );
});

describe('a name', () => {
  it.each([
    ['Rut Ek', 'Rut Ek'],
    ['  Åsa   Öst ', 'Åsa Öst'],
    ['Ελένη Παπαδάκη', 'Ελένη Παπαδάκη'],
    ["Sinéad O'Neil-Berg, J.R.", "Sinéad O'Neil-Berg, J.R."],
    ['A\u030Asa', 'Åsa'],
    ['山田', '山田'],
  ])('%j is kept as %j', (typed, value) => {
    expect(parsePersonName(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'name_missing'],
    ['   ', 'name_missing'],
    ['a'.repeat(101), 'name_too_long'],
    ['<b>Rut</b>', 'name_malformed'],
    ['Win at https://evil.example', 'name_malformed'],
    ['evil.example', 'name_malformed'],
    ['rut@nordlys.example', 'name_malformed'],
    ['Rut\nBcc: eve', 'name_malformed'],
    ['Rut\u202Eek', 'name_malformed'],
    ['1234', 'name_malformed'],
    ['{name}', 'name_malformed'],
  ])('%j is refused: %s', (typed, refusal) => {
    expect(parsePersonName(typed)).toEqual({ ok: false, refusal });
  });

  it('that was kept is kept again as it is, and never holds markup or a line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (typed) => {
        const name = parsePersonName(typed);
        if (!name.ok) return;
        expect(parsePersonName(name.value)).toEqual(name);
        expect(name.value).not.toMatch(/[<>{}@:/\\\r\n]/);
      }),
    );
  });
});
