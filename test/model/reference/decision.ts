/** What a review tells, in minor units with VAT; `renewal` is null where nothing renews. */
export type Shown = {
  readonly charge: bigint;
  /** What credit of the profile pays of the charge; the card pays the rest. */
  readonly fromCredit: bigint;
  readonly credit: bigint;
  /** What goes back to a card. */
  readonly back: bigint;
  readonly renewal: bigint | null;
};

export const nothing: Shown = { charge: 0n, fromCredit: 0n, credit: 0n, back: 0n, renewal: null };

/** What would be done. `commit` does it, and answers false when a card was declined. */
export type Decision = { readonly shown: Shown; readonly commit: () => boolean };

export function isSameShown(a: Shown, b: Shown): boolean {
  const isSameCharge = a.charge === b.charge && a.fromCredit === b.fromCredit;
  return isSameCharge && a.credit === b.credit && a.back === b.back && a.renewal === b.renewal;
}
