import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { formatMonth } from '@/lib/i18n/formats';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { reviewPaymentMethod } from './action';
import type { Chosen } from './situation';

type Props = {
  readonly chosen: Chosen;
  readonly given: Extract<Chosen['given'], { readonly state: 'given' }>;
  readonly here: string;
  readonly at: string;
};

/** Back from the provider's page: the card that was given there, on its way to the review. */
export async function GivenCard({ chosen: { profile }, given: { setup, card }, here, at }: Props) {
  const t = await getTranslations('replacePaymentMethod');
  const locale = await getLocale();
  return (
    <Slip>
      <Pairs>
        <Pair name={t('given')} detail={t('validThrough', { month: formatMonth(locale, card.expiryMonth) })}>
          {t('methodCard', { brand: card.brand, lastFour: card.lastFour })}
        </Pair>
      </Pairs>
      <div className="act">
        <p>{t('givenAs', { role: setup.role })}</p>
        <CommitForm
          form="given-card"
          action={reviewPaymentMethod}
          refusals={taskRefusals('replacePaymentMethod')}
          locale={locale}
          here={here}
          at={at}
          formKey={setup.key}
          hidden={{
            profile: profile.id,
            version: profile.version,
            act: setup.role === 'backup' ? 'use_backup' : 'use_card',
            setup: setup.key,
          }}
          label={t('review')}
          leave={{ href: `${here}#${at}`, label: t('givenOther') }}
        />
      </div>
    </Slip>
  );
}
