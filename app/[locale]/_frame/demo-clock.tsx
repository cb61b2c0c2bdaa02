import { useTranslations } from 'next-intl';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { demoToday } from '@/lib/server/demo-day';
import { Icon } from '@/lib/ui/icon';
import { ClockForm } from './clock-form';

/** The demo's today, on pages made for the request, and under it the ways to move it. */
export function DemoClock({ locale, back }: { readonly locale: Locale; readonly back: string }) {
  const t = useTranslations('clock');
  const today = t('today', { date: formatDay(locale, demoToday()) });
  return (
    <details className="pop demo-clock">
      <summary>
        <span className="demo-clock-today">{today}</span>
        <span className="demo-clock-move">
          {t('move')} <Icon name="down" size={14} />
        </span>
      </summary>
      <div className="pop-sheet">
        <p className="demo-clock-day">{today}</p>
        <p className="hint">{t('lead')}</p>
        <ClockForm locale={locale} back={back} />
      </div>
    </details>
  );
}
