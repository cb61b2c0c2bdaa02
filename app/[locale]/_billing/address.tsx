import { useLocale } from 'next-intl';
import type { PostalAddress } from '@/lib/domain/address';
import { formatCountry } from '@/lib/i18n/names';
import { postalLines } from '@/lib/server/postal-address';

/** A name and its address as a letter to it is addressed in its country, the country last. */
export function Address({ name, address }: { name: string; address: PostalAddress }) {
  const locale = useLocale();
  const country = address.country === null ? [] : [formatCountry(locale, address.country)];
  return (
    <address className="postal">
      {[name, ...postalLines(address), ...country].map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}
