import { View } from '@react-pdf/renderer';
import { lineMeaningOf } from '@/lib/domain/document-lines';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { formatBriefSpan, formatRate } from '@/lib/i18n/formats';
import type { DocumentWords } from './document-words';
import { styles } from './pdf-styles';
import { Line } from './pdf-text';

type Props = { readonly snapshot: DocumentSnapshot; readonly words: DocumentWords };

const COLUMNS = ['what', 'period', 'quantity', 'unit', 'rate', 'net'] as const;

/** What was delivered, when, by whom, and what it costs before VAT. The head stands again on every page. */
export function PdfLines({ snapshot, words }: Props) {
  const { invoice } = words;
  return (
    <View>
      <View style={styles.head} fixed>
        {COLUMNS.map((column) => (
          <Line key={column} style={[styles.headCell, styles[column]]}>
            {invoice(column === 'rate' ? 'vat' : column)}
          </Line>
        ))}
      </View>
      {snapshot.lines.map((line) => (
        <PdfLine key={line.id} line={line} words={words} />
      ))}
    </View>
  );
}

function PdfLine({ line, words }: { line: DocumentSnapshot['lines'][number]; words: DocumentWords }) {
  const { invoice, locale, money, appAndPlan } = words;
  const { days, ofDays } = line;
  return (
    <View style={styles.row} wrap={false}>
      <View style={styles.what}>
        <Line style={styles.strong}>{appAndPlan('appAndPlan', { app: line.appName, plan: line.planName })}</Line>
        <Line>{lineWords(words, line)}</Line>
        <Line style={styles.small}>{invoice('publisher', { name: line.publisher.name })}</Line>
        {line.kind === 'credit' ? <Line style={styles.small}>{creditWords(words, line)}</Line> : null}
      </View>
      <View style={styles.period}>
        <Line>{formatBriefSpan(locale, line.servedFrom, line.servedThrough)}</Line>
        {days < ofDays ? <Line style={styles.small}>{invoice('days', { days, of: ofDays })}</Line> : null}
      </View>
      <Line style={styles.quantity}>{String(line.quantity)}</Line>
      <Line style={styles.unit}>{money(line.unit)}</Line>
      <Line style={styles.rate}>{formatRate(locale, line.vatRateBp)}</Line>
      <Line style={styles.net}>{money(line.net)}</Line>
    </View>
  );
}

/** What of an app a line is for: '4 additional licenses'. */
export function lineWords({ invoice }: DocumentWords, line: DocumentSnapshot['lines'][number]): string {
  const meaning = lineMeaningOf(line);
  return meaning.as === 'flat' ? invoice('line.flat') : invoice(`line.${meaning.as}`, { count: meaning.count });
}

function creditWords({ invoice }: DocumentWords, { credits }: DocumentSnapshot['lines'][number]): string {
  return credits
    ? invoice.markup('creditsInvoice', { number: credits.number, a: (text) => text })
    : invoice('creditsWaiting');
}
