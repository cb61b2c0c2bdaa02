import type { Locale } from '@/lib/i18n/locales';

/** Where the reader is going, as hidden fields of a sign-in form. */
export type Place = {
  readonly locale: Locale;
  readonly here: string;
  readonly at: string;
  readonly kept: string | undefined;
};

export function PlaceFields({ locale, here, at, kept }: Place) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="here" value={here} />
      <input type="hidden" name="at" value={at} />
      {kept === undefined ? null : <input type="hidden" name="kept" value={kept} />}
    </>
  );
}
