import { View } from '@react-pdf/renderer';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { paymentReferenceOf, spellReference } from '@/lib/domain/payment-reference';
import { formatDay, formatRate } from '@/lib/i18n/formats';
import type { DocumentWords } from './document-words';
import { styles } from './pdf-styles';
import { addressLines, Line, Part } from './pdf-text';

type Props = { readonly snapshot: DocumentSnapshot; readonly words: DocumentWords };

/** From the lines' sum by way of VAT to what was to pay when it was issued. */
export function PdfSums({ snapshot, words: { invoice, money, locale } }: Props) {
  const { kind, net, vatGroups, total } = snapshot;
  return (
    <View style={styles.sums} wrap={false}>
      <PdfSum name={invoice('subtotal')} amount={money(net)} />
      {vatGroups.map((group) => (
        <PdfSum
          key={`${group.category} ${group.rateBp}`}
          name={invoice('vatOf', { rate: formatRate(locale, group.rateBp), net: money(group.net) })}
          amount={money(group.vat)}
        />
      ))}
      <PdfSum name={invoice(`totalOf.${kind}`)} amount={money(total)} isStrong />
      {kind === 'invoice' ? <PdfSum name={invoice('due')} amount={money(total)} isStrong isDue /> : null}
    </View>
  );
}

type SumProps = { name: string; amount: string; isStrong?: boolean; isDue?: boolean };

function PdfSum({ name, amount, isStrong = false, isDue = false }: SumProps) {
  const size = isDue ? [styles.due] : [];
  return (
    <View style={isStrong ? [styles.sum, styles.strongSum] : styles.sum}>
      <Line style={isStrong ? size : styles.quiet}>{name}</Line>
      <Line style={size}>{amount}</Line>
    </View>
  );
}

/** How it is paid, or what becomes of a credit, and who makes the apps. */
export function PdfAfter({ snapshot, words }: Props) {
  const { invoice, locale } = words;
  const publishers = [
    ...new Set(snapshot.lines.map(({ publisher }) => addressLines(publisher.name, publisher, locale).join(', '))),
  ];
  return (
    <View style={[styles.columns, styles.after]}>
      <View style={styles.half}>
        <Part title={snapshot.kind === 'invoice' ? invoice('payment') : invoice('credit')}>
          {paymentLines({ snapshot, words }).map((line) => (
            <Line key={line}>{line}</Line>
          ))}
        </Part>
      </View>
      <View style={styles.half}>
        <Part title={invoice('publishers', { count: publishers.length })}>
          {publishers.map((publisher) => (
            <Line key={publisher}>{publisher}</Line>
          ))}
        </Part>
      </View>
    </View>
  );
}

function paymentLines({ snapshot, words: { invoice, paper, money, locale } }: Props): string[] {
  const { terms, total, number } = snapshot;
  if (!terms) return [invoice('creditUse')];
  const due = { amount: money(total), date: formatDay(locale, terms.dueOn) };
  if (terms.settlement === 'card') return [paper('byCard', due)];
  return [paper('byTransfer', due), paper('reference', { reference: spellReference(paymentReferenceOf(number)) })];
}
