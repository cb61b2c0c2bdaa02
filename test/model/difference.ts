/** Something on the site is not as the reference has it. */
export class Difference extends Error {
  override readonly name = 'Difference';
}
