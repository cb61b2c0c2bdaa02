import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { sha256 } from '@/db/ids';
import { canonicalJson } from '@/lib/domain/canonical-json';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { type DocumentWords, documentWords } from './document-words';
import { loadFonts } from './fonts';
import { PdfTitle, PdfTop } from './pdf-head';
import { PdfLines } from './pdf-lines';
import { styles } from './pdf-styles';
import { PdfAfter, PdfSums } from './pdf-sums';
import { Line, printable } from './pdf-text';

/** Where offices hold letter paper. */
const LETTER_COUNTRIES = ['CA', 'CL', 'CO', 'MX', 'PH', 'PR', 'US'];

/** A document as a PDF in the language it was made out in. The same snapshot always gives the same octets. */
export async function renderInvoicePdf(snapshot: DocumentSnapshot): Promise<Uint8Array> {
  await loadFonts();
  return renderToBuffer(<InvoicePdf snapshot={snapshot} words={await documentWords(snapshot)} />);
}

function InvoicePdf({ snapshot, words }: { snapshot: DocumentSnapshot; words: DocumentWords }) {
  const { kind, number, seller, billTo, issuedOn } = snapshot;
  const { invoice, paper, locale } = words;
  const issuedAt = new Date(`${issuedOn}T00:00:00Z`);
  return (
    <Document
      title={invoice(`titles.${kind}`, { number })}
      author={seller.name}
      subject={billTo.name}
      language={locale}
      creator="Stegvis"
      producer="Stegvis"
      creationDate={issuedAt}
      modificationDate={issuedAt}
    >
      <Page size={LETTER_COUNTRIES.includes(billTo.country ?? '') ? 'LETTER' : 'A4'} style={styles.page}>
        <PdfTitle snapshot={snapshot} words={words} />
        <PdfTop snapshot={snapshot} words={words} />
        <PdfLines snapshot={snapshot} words={words} />
        <PdfSums snapshot={snapshot} words={words} />
        <PdfAfter snapshot={snapshot} words={words} />
        <View style={styles.foot} fixed>
          <Line style={styles.footText}>{footOf(snapshot, words)}</Line>
          <Line style={styles.footText}>{invoice('fingerprint', { hash: sha256(canonicalJson(snapshot)) })}</Line>
        </View>
        <Text
          style={styles.pageNumber}
          render={({ pageNumber, totalPages }) => printable(paper('page', { page: pageNumber, of: totalPages }))}
          fixed
        />
      </Page>
    </Document>
  );
}

/** Says on every page whose it is, should the pages part. */
function footOf({ kind, number, seller }: DocumentSnapshot, { invoice }: DocumentWords): string {
  const vat = seller.vatNumber ? [invoice('vatNumberOf', { number: seller.vatNumber })] : [];
  return [invoice(`titles.${kind}`, { number }), seller.name, ...vat].join(' · ');
}
