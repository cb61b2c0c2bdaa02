/** Who sells at a live site of the tests: the least that a live site must be told. */
export const sellerEnv = {
  SELLER_NAME: 'Handelsbolaget Torg',
  SELLER_ADDRESS: 'Torget 1',
  SELLER_CITY: 'Luleå',
  SELLER_COUNTRY: 'SE',
} as const;
