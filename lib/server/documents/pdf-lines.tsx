import { View } from '@react-pdf/renderer';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { formatBriefSpan, formatRate } from '@/lib/i18n/formats';
import { creditWords, type DocumentWords, daysWords, lineWords } from './document-words';
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
  const credit = creditWords(words, line);
  const days = daysWords(words, line);
  return (
    <View style={styles.row} wrap={false}>
      <View style={styles.what}>
        <Line style={styles.strong}>{appAndPlan('appAndPlan', { app: line.appName, plan: line.planName })}</Line>
        <Line>{lineWords(words, line)}</Line>
        <Line style={styles.small}>{invoice('publisher', { name: line.publisher.name })}</Line>
        {credit ? <Line style={styles.small}>{credit}</Line> : null}
      </View>
      <View style={styles.period}>
        <Line>{formatBriefSpan(locale, line.servedFrom, line.servedThrough)}</Line>
        {days ? <Line style={styles.small}>{days}</Line> : null}
      </View>
      <Line style={styles.quantity}>{String(line.quantity)}</Line>
      <Line style={styles.unit}>{money(line.unit)}</Line>
      <Line style={styles.rate}>{formatRate(locale, line.vatRateBp)}</Line>
      <Line style={styles.net}>{money(line.net)}</Line>
    </View>
  );
}
