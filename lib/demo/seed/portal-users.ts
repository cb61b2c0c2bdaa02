import { domainOf } from './people';

const NAMES = {
  nordlys: {
    first: ['alva', 'birger', 'cecilia', 'david', 'ebba', 'folke', 'greta', 'hugo', 'ingrid', 'jonas', 'kajsa', 'lars'],
    last: ['lund', 'norberg', 'sjostrand', 'wikstrom', 'hedin', 'aberg', 'forsell', 'granqvist', 'ljung', 'moberg'],
  },
  kymata: {
    first: ['alexandra', 'christos', 'danae', 'fotis', 'georgia', 'ilias', 'kostas', 'lydia', 'melina', 'petros'],
    last: ['antoniou', 'dimou', 'filippou', 'karras', 'lambrou', 'makris', 'nikolaou', 'pappas', 'rallis', 'vasileiou'],
  },
} as const;

/** So many made-up addresses of people in the organization, each once, always the same. */
export function listPortalUsers(organizationId: string, count: number): string[] {
  const { first, last } = organizationId === 'nordlys' ? NAMES.nordlys : NAMES.kymata;
  return Array.from({ length: count }, (_, index) => {
    const given = first[index % first.length];
    const family = last[(index + Math.floor(index / first.length)) % last.length];
    return `${given}.${family}@${domainOf(organizationId)}`;
  });
}
