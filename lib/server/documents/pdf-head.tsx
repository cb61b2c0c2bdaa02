import { View } from '@react-pdf/renderer';
import { daysBetween } from '@/lib/domain/days';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { formatDay, formatSpan } from '@/lib/i18n/formats';
import { formatCountry } from '@/lib/i18n/names';
import type { DocumentWords } from './document-words';
import { styles } from './pdf-styles';
import { addressLines, Line, Part } from './pdf-text';

type Props = { readonly snapshot: DocumentSnapshot; readonly words: DocumentWords };

/** What it is and who issues it. */
export function PdfTitle({ snapshot, words: { invoice, locale } }: Props) {
  const { kind, number, seller } = snapshot;
  const [name = '', ...address] = addressLines(seller.name, seller, locale);
  return (
    <View style={styles.columns}>
      <View style={styles.half}>
        <Line style={styles.title}>{invoice(`titles.${kind}`, { number })}</Line>
      </View>
      <View style={styles.half}>
        <Line style={styles.seller}>{name}</Line>
        {address.map((line) => (
          <Line key={line}>{line}</Line>
        ))}
        {seller.vatNumber ? (
          <Line style={styles.quiet}>{invoice('vatNumberOf', { number: seller.vatNumber })}</Line>
        ) : null}
      </View>
    </View>
  );
}

/** Who pays and who bought, beside number, dates, terms and the buyer's own references. */
export function PdfTop({ snapshot, words }: Props) {
  const { billTo, soldTo } = snapshot;
  const { invoice, locale } = words;
  return (
    <View style={[styles.columns, styles.top]}>
      <View style={styles.half}>
        <Part title={invoice('billTo')}>
          {addressLines(billTo.name, billTo, locale).map((line) => (
            <Line key={line}>{line}</Line>
          ))}
          {billTo.vatNumber ? (
            <Line style={styles.quiet}>{invoice('vatNumberOf', { number: billTo.vatNumber })}</Line>
          ) : null}
        </Part>
        <Part title={invoice('soldTo')}>
          <Line>{soldTo.name}</Line>
          <Line>{formatCountry(locale, soldTo.country)}</Line>
        </Part>
      </View>
      <View style={styles.half}>
        {factsOf({ snapshot, words }).map(({ name, value }, index) => (
          <View key={name} style={index === 0 ? [styles.pair, styles.firstPair] : styles.pair}>
            <Line style={styles.pairName}>{name}</Line>
            <Line style={styles.pairValue}>{value}</Line>
          </View>
        ))}
      </View>
    </View>
  );
}

function factsOf({ snapshot, words: { invoice, locale } }: Props) {
  const { kind, number, issuedOn, terms, period, profile, poNumber, billTo } = snapshot;
  const facts = [
    { name: invoice(`number.${kind}`), value: number },
    { name: invoice('issued'), value: formatDay(locale, issuedOn) },
    { name: invoice('dueDate'), value: terms && formatDay(locale, terms.dueOn) },
    {
      name: invoice('terms'),
      value: terms && invoice(`termsOf.${terms.settlement}`, { days: daysBetween(issuedOn, terms.dueOn) }),
    },
    { name: invoice('period'), value: formatSpan(locale, period.from, period.through) },
    { name: invoice('profile'), value: profile.name },
    { name: invoice('poNumber'), value: poNumber },
    { name: invoice('contact'), value: billTo.contactName },
  ];
  return facts.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
}
