import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postalLines } from '@/lib/server/postal-address';

const nowhere = { addressLine1: null, addressLine2: null, postalCode: null, city: null, region: null, country: null };

describe('an address in the order of its country', () => {
  it.each([
    ['SE', { addressLine1: 'Storgatan 44', postalCode: '972 32', city: 'Luleå' }, ['Storgatan 44', '972 32 Luleå']],
    [
      'GB',
      { addressLine1: '1 High Street', postalCode: 'LS1 4AP', city: 'Leeds' },
      ['1 High Street', 'Leeds', 'LS1 4AP'],
    ],
    ['GR', { addressLine1: 'Ακτή 3', postalCode: '841 00', city: 'Ερμούπολη' }, ['Ακτή 3', '841 00 Ερμούπολη']],
    [
      'US',
      {
        addressLine1: '548 Market St',
        addressLine2: 'Floor 2',
        postalCode: '94016',
        city: 'San Francisco',
        region: 'CA',
      },
      ['548 Market St', 'Floor 2', 'San Francisco, CA 94016'],
    ],
    // The format of the country has no place for one part, or the country is not known: nothing may be lost.
    ['SE', { postalCode: '972 32', city: 'Luleå', region: 'Norrbotten' }, ['972 32 Luleå', 'Norrbotten']],
    ['AQ', { addressLine1: 'Base 1', postalCode: 'BIQQ 1ZZ', city: 'McMurdo' }, ['Base 1', 'BIQQ 1ZZ McMurdo']],
    ['SE', {}, []],
  ])('%s: %o', (country, given, lines) => {
    expect(postalLines({ ...nowhere, country, ...given })).toEqual(lines);
  });

  it('leaves nothing out, anywhere', () => {
    const part = fc.option(fc.stringMatching(/^[A-Za-zåäöΑ-ω0-9][A-Za-zåäö0-9 ]{0,18}[a-z0-9]$/));
    const countries = fc.constantFrom('SE', 'GR', 'US', 'GB', 'JP', 'DE', 'BR', 'CN', 'LV', 'AE', 'HK', 'XX', null);
    const addresses = fc.record({
      addressLine1: part,
      addressLine2: part,
      postalCode: part,
      city: part,
      region: part,
      country: countries,
    });
    fc.assert(
      fc.property(addresses, (address) => {
        const said = postalLines(address).join('\n').toLowerCase();
        const { country: _, ...parts } = address;
        for (const given of Object.values(parts)) if (given) expect(said).toContain(given.toLowerCase());
      }),
    );
  });
});
