import { useLocale, useTranslations } from 'next-intl';
import type { PayingProfile } from '@/db/paying-profiles';
import { dayIn } from '@/lib/domain/days';
import type { Card } from '@/lib/domain/payment-methods';
import { formatDay, formatMonth } from '@/lib/i18n/formats';
import { Pair, Pairs } from '@/lib/ui/pairs';

type Props = { readonly profile: Pick<PayingProfile, 'facts' | 'replaced' | 'timeZone'> };

/** What the profile is paid with now, and the cards of earlier. */
export function MethodFacts({ profile: { facts, replaced, timeZone } }: Props) {
  const t = useTranslations('replacePaymentMethod');
  const locale = useLocale();
  const { method, backup } = facts;
  const valid = ({ expiryMonth }: Card) => t('validThrough', { month: formatMonth(locale, expiryMonth) });
  return (
    <Pairs>
      {method.kind === 'card' ? (
        <>
          <Pair name={t('now')} detail={valid(method)}>
            {t('methodCard', method)}
          </Pair>
          <Pair name={t('backup')} detail={backup ? valid(backup) : undefined}>
            {backup ? t('methodCard', backup) : <span className="quiet">{t('noBackup')}</span>}
          </Pair>
        </>
      ) : (
        <Pair name={t('now')}>{t('methodBankTransfer')}</Pair>
      )}
      {replaced.length > 0 ? (
        <Pair name={t('earlier')}>
          <ul className="plain-list">
            {replaced.map(({ id, brand, lastFour, replacedAt }) => (
              <li key={id}>{t('until', { brand, lastFour, date: formatDay(locale, dayIn(timeZone, replacedAt)) })}</li>
            ))}
          </ul>
        </Pair>
      ) : null}
    </Pairs>
  );
}
