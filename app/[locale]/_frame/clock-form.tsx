import { useTranslations } from 'next-intl';
import { type ClockMoveRefusal, MOST_DAYS_AT_ONCE } from '@/lib/domain/clock-move';
import type { Locale } from '@/lib/i18n/locales';
import { clockAheadMs } from '@/lib/server/clock';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';

const STEPS = ['1', '7', '30'] as const;

type Props = {
  readonly locale: Locale;
  /** Where the reader comes back to: an own path with its locale. */
  readonly back: string;
  readonly typed?: string | undefined;
  readonly wrong?: ClockMoveRefusal | undefined;
};

/** The ways to move the demo's clock: three steps, or as far as one types. Plain forms, the same without a script. */
export function ClockForm({ locale, back, typed, wrong }: Props) {
  const t = useTranslations('clock');
  const action = `/${locale}/demo-clock/move`;
  const asked = (
    <>
      <input type="hidden" name="from" value={clockAheadMs()} />
      <input type="hidden" name="back" value={back} />
    </>
  );
  return (
    <>
      <form className="clock-steps" method="post" action={action}>
        {asked}
        {STEPS.map((days) => (
          <Button key={days} kind="plain" name="far" value={days}>
            {t(`steps.${days}`)}
          </Button>
        ))}
      </form>
      <form method="post" action={action}>
        {asked}
        <Field
          id="clock-far"
          label={t('far')}
          hint={t('farHint', { most: MOST_DAYS_AT_ONCE })}
          error={wrong && t(`errors.${wrong}`, { most: MOST_DAYS_AT_ONCE })}
        >
          {(control) => (
            <>
              <input className="input clock-far" name="far" defaultValue={typed} autoComplete="off" {...control} />
              <Button kind="plain">{t('submit')}</Button>
            </>
          )}
        </Field>
      </form>
    </>
  );
}
