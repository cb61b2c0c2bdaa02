import { useTranslations } from 'next-intl';
import type { GuideSection, PartText } from '@/lib/guides/load';
import { formatLanguageIn } from '@/lib/i18n/names';
import { Prose } from '@/lib/ui/article';
import { Disclosure } from '@/lib/ui/disclosure';
import { drawPart, type GuideText } from './guide-text';

/** What the reader must know of a part's text: that it is in another language, or older than its source. */
export function PartNotices({ part, text }: { part: GuideSection; text: GuideText }) {
  const t = useTranslations('guide');
  const { lang, fellBack, stale, unreviewed } = part;
  if (!fellBack && !stale && !unreviewed) return null;
  return (
    <>
      {fellBack === 'missing' ? <p className="part-notice">{t('fellBackMissing')}</p> : null}
      {fellBack === 'rule-changed' ? (
        <p className="part-notice">{t('fellBackRuleChanged', { language: formatLanguageIn(text.locale, lang) })}</p>
      ) : null}
      {stale ? <SourceFolded notice={t('stale')} source={stale} text={text} /> : null}
      {unreviewed ? <SourceFolded notice={t('unreviewed')} source={unreviewed} text={text} isOpen /> : null}
    </>
  );
}

type FoldedProps = { notice: string; source: PartText; text: GuideText; isOpen?: boolean };

function SourceFolded({ notice, source, text, isOpen = false }: FoldedProps) {
  const t = useTranslations('guide');
  const language = formatLanguageIn(text.locale, source.lang);
  return (
    <div className="part-notice">
      <p>{notice}</p>
      <Disclosure summary={t('showSource', { language })} isOpen={isOpen}>
        <Prose lang={source.lang} html={drawPart(source, text)} />
      </Disclosure>
    </div>
  );
}
