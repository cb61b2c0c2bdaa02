import { useTranslations } from 'next-intl';
import type { Guide } from '@/lib/guides/load';
import { formatDay } from '@/lib/i18n/formats';
import { type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { Button } from '@/lib/ui/button';
import { FootLine } from '@/lib/ui/foot-line';

const MADE = { human: 'human', machine: 'machine', 'machine-reviewed': 'machineReviewed' } as const;

/** Where the text comes from, and whether it was of use: a plain form that needs no script. */
export function GuideFoot({ locale, guide }: { locale: Locale; guide: Guide }) {
  const t = useTranslations('guide');
  const { made, reviewedOn } = guide.provenance;
  const origin = guide.lang === SOURCE_LOCALE ? t('original') : t(`made.${MADE[made]}`);
  const reviewed = reviewedOn ? t('reviewedOn', { date: formatDay(locale, reviewedOn) }) : '';
  return (
    <FootLine provenance={`${origin} ${reviewed}`.trim()}>
      <form className="useful" method="post" action={`/${locale}/help/${guide.id}/useful`}>
        <span id="useful-question">{t('useful')}</span>
        <Button kind="text" name="answer" value="yes" aria-describedby="useful-question">
          {t('yes')}
        </Button>
        <Button kind="text" name="answer" value="no" aria-describedby="useful-question">
          {t('no')}
        </Button>
      </form>
    </FootLine>
  );
}
