/** What a review tells, in minor units with VAT; `renewal` is null where nothing renews. */
export type Shown = {
  readonly charge: bigint;
  readonly credit: bigint;
  /** What goes back to a card. */
  readonly back: bigint;
  readonly renewal: bigint | null;
};

/** What would be done. `commit` does it, and answers false when a card was declined. */
export type Decision = { readonly shown: Shown; readonly commit: () => boolean };

export function isSameShown(a: Shown, b: Shown): boolean {
  return a.charge === b.charge && a.credit === b.credit && a.back === b.back && a.renewal === b.renewal;
}
