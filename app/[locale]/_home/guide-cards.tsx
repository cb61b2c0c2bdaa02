import { useTranslations } from 'next-intl';
import type { GuideId } from '@/lib/domain/guides/registry';
import { loadGuide } from '@/lib/guides/load';
import type { Locale } from '@/lib/i18n/locales';
import { GuideList } from '@/lib/ui/guide-list';
import { TaskCard, TaskCards } from '@/lib/ui/task-card';

type Props = { readonly locale: Locale; readonly ids: readonly GuideId[] };

/** A card for each guide: what it does, and how many steps that takes. */
export function GuideCards({ locale, ids }: Props) {
  const t = useTranslations('home');
  return (
    <TaskCards>
      {ids.map((id) => {
        const { title, summary, steps, lang } = loadGuide(locale, id);
        return (
          <TaskCard
            key={id}
            href={`/${locale}/help/${id}`}
            title={title}
            description={summary}
            lang={lang === locale ? undefined : lang}
            headingLevel={3}
            stepCount={steps.length}
            stepsText={steps.length > 0 ? t('steps', { count: steps.length }) : undefined}
          />
        );
      })}
    </TaskCards>
  );
}

/** The same as a plain list. */
export function GuideLines({ locale, ids }: Props) {
  return (
    <GuideList
      guides={ids.map((id) => {
        const { title, summary, lang } = loadGuide(locale, id);
        return { href: `/${locale}/help/${id}`, title, summary, lang: lang === locale ? undefined : lang };
      })}
    />
  );
}
