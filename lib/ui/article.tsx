/** Running text, given as HTML: headings, paragraphs, lists and tables keep the measure and their distances. */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  return <div className="article" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
