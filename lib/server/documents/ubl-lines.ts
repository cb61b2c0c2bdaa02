import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { type DocumentWords, lineDetails } from './document-words';
import type { XmlContent } from './xml';

type Line = DocumentSnapshot['lines'][number];

/** BG-25: what was delivered, with the quantity (BT-129) under the name that the document's kind gives it. */
export function lineOf(
  line: Line,
  index: number,
  { words, quantityName, currency }: { words: DocumentWords; quantityName: string; currency: string },
): XmlContent {
  return {
    'cbc:ID': String(index + 1),
    [quantityName]: String(line.quantity),
    [`${quantityName}@unitCode`]: 'C62',
    'cbc:LineExtensionAmount': line.net,
    'cbc:LineExtensionAmount@currencyID': currency,
    'cac:InvoicePeriod': { 'cbc:StartDate': line.servedFrom, 'cbc:EndDate': line.servedThrough },
    'cac:Item': {
      'cbc:Description': lineDetails(words, line).join(', '),
      'cbc:Name': words.appAndPlan('appAndPlan', { app: line.appName, plan: line.planName }),
      'cac:ClassifiedTaxCategory': taxCategoryOf({ category: line.vatCategory, rateBp: line.vatRateBp }),
    },
    'cac:Price': { 'cbc:PriceAmount': line.unit, 'cbc:PriceAmount@currencyID': currency },
  };
}

/** BG-22 and BG-23: VAT in whole and by group. */
export function taxTotalOf({ vat, vatGroups, currency }: DocumentSnapshot): XmlContent {
  return {
    'cbc:TaxAmount': vat,
    'cbc:TaxAmount@currencyID': currency,
    'cac:TaxSubtotal': vatGroups.map((group) => ({
      'cbc:TaxableAmount': group.net,
      'cbc:TaxableAmount@currencyID': currency,
      'cbc:TaxAmount': group.vat,
      'cbc:TaxAmount@currencyID': currency,
      'cac:TaxCategory': taxCategoryOf(group),
    })),
  };
}

/** BG-22: nothing is allowed, charged or rounded on the whole, and nothing was paid before. */
export function totalsOf({ net, total, currency }: DocumentSnapshot): XmlContent {
  return {
    'cbc:LineExtensionAmount': net,
    'cbc:LineExtensionAmount@currencyID': currency,
    'cbc:TaxExclusiveAmount': net,
    'cbc:TaxExclusiveAmount@currencyID': currency,
    'cbc:TaxInclusiveAmount': total,
    'cbc:TaxInclusiveAmount@currencyID': currency,
    'cbc:PayableAmount': total,
    'cbc:PayableAmount@currencyID': currency,
  };
}

/** A category but S or Z must say why no VAT is taken, which no snapshot does: none is issued. */
function taxCategoryOf({ category, rateBp }: { category: Line['vatCategory']; rateBp: number }): XmlContent {
  if (category !== 'S' && category !== 'Z') throw new RangeError(`No reason is known for VAT category ${category}`);
  return { 'cbc:ID': category, 'cbc:Percent': String(rateBp / 100), 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };
}
