import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { FigureList } from '@/app/[locale]/_task/figure-list';
import { receiptToFigures } from '@/app/[locale]/_task/receipt-to';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { listReceiptRecipients } from '@/db/colleagues';
import { methodFiguresOf } from '@/db/method-figures';
import type { Card, Method, MethodDecision } from '@/lib/domain/payment-methods';
import type { Reader } from '@/lib/server/guard';
import { ChangeFigure } from '@/lib/ui/change-figure';
import { Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { replacePaymentMethod } from './action';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly chosen: Chosen;
  readonly waiting: NonNullable<Chosen['waiting']>;
  readonly here: string;
  /** The same page without the review. */
  readonly back: string;
};

/** Before → after, what is paid with it, when it is used next, who gets the receipt; then the button. */
export async function MethodReview({ reader, chosen, waiting, here, back }: Props) {
  const t = await getTranslations('replacePaymentMethod');
  const task = await getTranslations('task');
  const { preview, decision } = waiting;
  const { shown, today } = decision;
  const isBackup = shown.act === 'use_backup' || shown.act === 'remove_backup';
  const name = (method: Method | Card | null) => {
    if (method === null) return t('noBackup');
    return 'kind' in method && method.kind === 'bank_transfer' ? t('methodBankTransfer') : t('methodCard', method);
  };
  const [from, to] = isBackup ? [shown.before.backup, shown.after.backup] : [shown.before.method, shown.after.method];
  const { figures } = methodFiguresOf(shown, chosen.profile, today, 'before');
  const large = isBackup ? 'backupMethod' : 'paymentMethod';
  const recipients = await listReceiptRecipients(reader.scope, chosen.profile.id);
  return (
    <Slip className="review" id="review">
      <ChangeFigure from={name(from)} to={name(to)} between={task('becomes')} />
      <Pairs>
        <FigureList
          figures={[
            ...figures.filter((figure) => figure.name !== large),
            ...receiptToFigures(recipients, reader.session.email, figures),
          ]}
        />
      </Pairs>
      {shown.settlement === chosen.profile.facts.settlement ? null : <p>{t('rule')}</p>}
      <CommitForm
        form="review"
        action={replacePaymentMethod}
        refusals={taskRefusals('replacePaymentMethod')}
        locale={await getLocale()}
        here={here}
        at="review"
        formKey={preview.key}
        hidden={{ profile: chosen.profile.id, version: preview.version, ...preview.wish }}
        label={t('confirm', { act: shown.act, ...newCardOf(shown) })}
        leave={{ href: back, label: task('leave') }}
      />
    </Slip>
  );
}

/** The card that the button names. */
function newCardOf({ act, after: { method, backup } }: MethodDecision): { brand: string; lastFour: string } {
  const card = act === 'use_backup' ? backup : method.kind === 'card' ? method : null;
  return { brand: card?.brand ?? '', lastFour: card?.lastFour ?? '' };
}
