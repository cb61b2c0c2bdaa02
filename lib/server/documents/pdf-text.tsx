import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { PostalAddress } from '@/lib/domain/address';
import { formatCountry } from '@/lib/i18n/names';
import { postalLines } from '@/lib/server/postal-address';
import { styles } from './pdf-styles';

type Style = (typeof styles)[keyof typeof styles];

/** No file of the typeface has the narrow no-break space that some languages group digits with. */
export function printable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}

export function Line({ children, style }: { children: string; style?: Style | Style[] | undefined }) {
  return <Text style={[styles.text, ...(style ? [style].flat() : [])]}>{printable(children)}</Text>;
}

/** A part with its small heading; never torn apart by the end of a page. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View style={styles.part} wrap={false}>
      <Line style={styles.partTitle}>{title}</Line>
      {children}
    </View>
  );
}

/** A name and its address as a letter to it is addressed in its country, the country last. */
export function addressLines(name: string, address: PostalAddress, locale: string): string[] {
  const country = address.country === null ? [] : [formatCountry(locale, address.country)];
  return [name, ...postalLines(address), ...country];
}
