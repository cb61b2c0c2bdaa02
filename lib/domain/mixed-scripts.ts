/** Scripts whose letters pass for one another's. */
const ALIKE = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Cherokee', 'Coptic'].map((script) => ({
  own: new RegExp(`\\p{Script=${script}}`, 'u'),
  other: new RegExp(`(?!\\p{Script=${script}}|\\p{Script=Common}|\\p{Script=Inherited})\\p{L}`, 'u'),
}));

/**
 * Whether one part of an address mixes letters of scripts that look alike, such as a Cyrillic `а` among Latin letters.
 * The parts stand between dots and `@`: a Greek name at a Latin domain is no mixture. The address in NFKC.
 */
export function hasMixedScripts(address: string): boolean {
  return address.split(/[.@]/).some((part) => ALIKE.some(({ own, other }) => own.test(part) && other.test(part)));
}
