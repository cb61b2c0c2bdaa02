/** Where a form stands, and the key that makes a repeated submit one effect; minted by the page that renders it. */
export type FormPlaceProps = {
  readonly locale: string;
  /** The page's own path with its query. */
  readonly here: string;
  readonly at: string;
  readonly formKey: string;
};

type Props = FormPlaceProps & {
  /** What else the form sends without asking, by field name. */
  readonly hidden?: Readonly<Record<string, string | number>>;
};

/** Everything that a form sends without showing it. */
export function PlaceFields({ locale, here, at, formKey, hidden = {} }: Props) {
  const fields = { locale, here, at, key: formKey, ...hidden };
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
