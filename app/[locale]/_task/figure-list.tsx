import { useLocale, useMessages } from 'next-intl';
import type { Figure } from '@/lib/domain/figures';
import { printFigures } from '@/lib/i18n/figures';
import { Pair } from '@/lib/ui/pairs';

/** What a review or a receipt states, in the reader's language, as pairs of name and value. */
export function FigureList({ figures }: { figures: readonly Figure[] }) {
  const locale = useLocale();
  return printFigures(locale, useMessages().figures, figures).map(({ key, name, text, detail, isSum }) => (
    <Pair key={key} name={name} detail={detail} isStrong={isSum}>
      {text}
    </Pair>
  ));
}
