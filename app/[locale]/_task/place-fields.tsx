/** Where a form stands, and the key that makes a repeated submit one effect; minted by the page that renders it. */
export type FormPlaceProps = {
  readonly locale: string;
  /** The page's own path with its query. */
  readonly here: string;
  readonly at: string;
  readonly formKey: string;
};

export function PlaceFields({ locale, here, at, formKey }: FormPlaceProps) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="here" value={here} />
      <input type="hidden" name="at" value={at} />
      <input type="hidden" name="key" value={formKey} />
    </>
  );
}
