import { useLocale, useTranslations } from 'next-intl';
import { DocumentState } from '@/app/[locale]/_billing/document-state';
import { Downloads } from '@/app/[locale]/_billing/downloads';
import { InvoiceSums } from '@/app/[locale]/_billing/invoice-sums';
import { LineWords } from '@/app/[locale]/_billing/line-words';
import type { Invoice } from '@/db/invoices';
import type { Day } from '@/lib/domain/days';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { arithmeticOf, type LineArithmetic } from '@/lib/domain/line-arithmetic';
import { type Currency, fromDecimalString } from '@/lib/domain/money';
import { formatMoney, formatSpan } from '@/lib/i18n/formats';
import { Slip } from '@/lib/ui/slip';

type Props = {
  readonly invoice: Invoice;
  /** What a whole period costs, by subscription, in minor units. */
  readonly prices: ReadonlyMap<string, bigint>;
  readonly today: Day;
};

/** Every line of the invoice: which app, which days, and how its amount came about; then from their sum to what is due. */
export function InvoiceExplained({ invoice, prices, today }: Props) {
  const t = useTranslations('understandInvoice');
  const { snapshot, id } = invoice;
  return (
    <Slip className="explained">
      <ol>
        {snapshot.lines.map((line) => (
          <ExplainedLine
            key={line.id}
            line={line}
            currency={snapshot.currency}
            unitMinor={prices.get(line.subscriptionId)}
          />
        ))}
      </ol>
      <InvoiceSums invoice={invoice} />
      <p className="state-line">
        <DocumentState document={invoice} today={today} />
      </p>
      <p className="hint">{t('vat')}</p>
      <Downloads id={id} />
    </Slip>
  );
}

type Line = DocumentSnapshot['lines'][number];
type LineProps = { readonly line: Line; readonly currency: Currency; readonly unitMinor: bigint | undefined };

function ExplainedLine({ line, currency, unitMinor }: LineProps) {
  const t = useTranslations('understandInvoice');
  const why = useTranslations('understandInvoice.why');
  const locale = useLocale();
  const minor = (text: string) => fromDecimalString(text, currency);
  const money = (amountMinor: bigint) => formatMoney(locale, amountMinor, currency);
  const netMinor = minor(line.net);
  const arithmetic = arithmeticOf({ ...line, unitMinor: minor(line.unit), netMinor }, unitMinor);
  const served = { span: formatSpan(locale, line.servedFrom, line.servedThrough), publisher: line.publisher.name };
  return (
    <li>
      <p>
        <LineWords line={line} />
      </p>
      <p className="small quiet">{t('served', served)}</p>
      <ul className="note">
        {reasonsOf(why, line, arithmetic, money).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        <li>
          <strong>{t(line.kind === 'credit' ? 'credited' : 'charged', { amount: money(netMinor) })}</strong>
        </li>
      </ul>
    </li>
  );
}

type Translate = ReturnType<typeof useTranslations<'understandInvoice.why'>>;

/** The counting in words, one sentence after another. */
function reasonsOf(
  t: Translate,
  line: Line,
  arithmetic: LineArithmetic,
  money: (amountMinor: bigint) => string,
): string[] {
  const { days, ofDays: of } = line;
  if (arithmetic.by === 'amount') return [t(line.kind)];
  const unit = money(arithmetic.unitMinor);
  const { more } = arithmetic;
  const amount = money(more.netMinor);
  if (arithmetic.by === 'difference') {
    const share = { unit, days, of };
    const { fewer } = arithmetic;
    return [
      t('share', { ...share, count: more.quantity ?? 1, amount }),
      t('share', { ...share, count: fewer.quantity ?? 1, amount: money(fewer.netMinor) }),
      t('difference'),
    ];
  }
  if (arithmetic.isPartial) {
    return [
      more.quantity === null
        ? t('flatShare', { unit, days, of, amount })
        : t('share', { unit, days, of, count: more.quantity, amount }),
    ];
  }
  return [more.quantity === null ? t('flat') : t('whole', { count: more.quantity, unit, amount })];
}
