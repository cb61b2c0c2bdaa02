/**
 * The version of the customer agreement that a purchase accepts: its words are a section of the guide buy-again, and
 * change only together with this.
 */
export const AGREEMENT_VERSION = '2026-11';
