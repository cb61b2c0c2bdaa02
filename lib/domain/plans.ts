/** `flat`: one price for the whole organization, no quantity. `per_license`: price per license, each for one user. */
export type Pricing = 'flat' | 'per_license';

/** Billing term as ISO 8601 duration. */
export type Term = 'P1M' | 'P1Y';

/** One way to buy an app. `unitAmountMinor` is net per term, and per license unless flat; the limits are null when flat. */
export type PlanTerms = {
  readonly id: string;
  readonly name: string;
  readonly pricing: Pricing;
  readonly term: Term;
  readonly minQuantity: number | null;
  readonly maxQuantity: number | null;
  readonly unitAmountMinor: bigint;
};

/** When fewer licenses take effect: at renewal without credit, at once with credit, or not at all. */
export type DecreasePolicy = 'at_renewal' | 'immediate' | 'never';

/** Who is charged how, a property of the billing profile. */
export type Settlement = 'card' | 'invoice';
