import { Prose } from '@/lib/ui/article';
import { drawPart, type GuideText } from './guide-text';

/** The same part as its source says it, below the translation, where the reader asked for both. */
export function SourceBeside({ id, text }: { id: string; text: GuideText }) {
  const source = text.source && [...text.source.sections, ...text.source.steps].find((part) => part.id === id);
  if (!source) return null;
  return (
    <div className="source-beside" lang={source.lang}>
      <p className="source-title">{source.title}</p>
      <Prose html={drawPart(source, text)} />
    </div>
  );
}
