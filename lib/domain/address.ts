/** A postal address of any country, by field. `country` is ISO 3166-1, in capitals. */
export type PostalAddress = {
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string | null;
};
