import { daysBetween } from '@/lib/domain/days';
import { creditedNumbersOf, type DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { paymentReferenceOf } from '@/lib/domain/payment-reference';
import { type DocumentWords, documentWords } from './document-words';
import { lineOf, taxTotalOf, totalsOf } from './ubl-lines';
import { buyerOf, deliveryOf, sellerOf } from './ubl-parties';
import { writeXml, type XmlContent } from './xml';

/** How the two kinds differ: root, type code (UNTDID 1001), and the names of their lines. */
const SHAPES = {
  invoice: {
    root: 'Invoice',
    typeName: 'cbc:InvoiceTypeCode',
    type: '380',
    line: 'cac:InvoiceLine',
    quantityName: 'cbc:InvoicedQuantity',
  },
  credit_note: {
    root: 'CreditNote',
    typeName: 'cbc:CreditNoteTypeCode',
    type: '381',
    line: 'cac:CreditNoteLine',
    quantityName: 'cbc:CreditedQuantity',
  },
} as const;

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';

/** Payment means (UNTDID 4461): by card, or as the terms say. */
const MEANS = { card: '48', invoice: '1' } as const;

/** A document as an electronic invoice by EN 16931, in UBL 2.1. The same snapshot always gives the same text. */
export async function renderInvoiceUbl(snapshot: DocumentSnapshot): Promise<string> {
  const { root } = SHAPES[snapshot.kind];
  const namespaces = {
    xmlns: `${UBL}:${root}-2`,
    'xmlns:cac': `${UBL}:CommonAggregateComponents-2`,
    'xmlns:cbc': `${UBL}:CommonBasicComponents-2`,
  };
  return writeXml(root, namespaces, ublOf(snapshot, await documentWords(snapshot)));
}

function ublOf(snapshot: DocumentSnapshot, words: DocumentWords): XmlContent {
  const { kind, number, issuedOn, terms, period, profile, poNumber, billTo, currency } = snapshot;
  const { typeName, type, line, quantityName } = SHAPES[kind];
  return {
    'cbc:CustomizationID': 'urn:cen.eu:en16931:2017',
    'cbc:ProfileID': 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    'cbc:ID': number,
    'cbc:IssueDate': issuedOn,
    'cbc:DueDate': terms?.dueOn,
    [typeName]: type,
    'cbc:DocumentCurrencyCode': currency,
    'cbc:BuyerReference': billTo.contactName ?? profile.name,
    'cac:InvoicePeriod': { 'cbc:StartDate': period.from, 'cbc:EndDate': period.through },
    'cac:OrderReference': poNumber === null ? undefined : { 'cbc:ID': poNumber },
    'cac:BillingReference': creditedNumbersOf(snapshot).map((credited) => ({
      'cac:InvoiceDocumentReference': { 'cbc:ID': credited },
    })),
    'cac:AccountingSupplierParty': sellerOf(snapshot),
    'cac:AccountingCustomerParty': buyerOf(snapshot),
    'cac:Delivery': deliveryOf(snapshot),
    'cac:PaymentMeans': terms
      ? { 'cbc:PaymentMeansCode': MEANS[terms.settlement], 'cbc:PaymentID': paymentReferenceOf(number) }
      : undefined,
    'cac:PaymentTerms': { 'cbc:Note': termsText(snapshot, words) },
    'cac:TaxTotal': taxTotalOf(snapshot),
    'cac:LegalMonetaryTotal': totalsOf(snapshot),
    [line]: snapshot.lines.map((each, index) => lineOf(each, index, { words, quantityName, currency })),
  };
}

function termsText({ terms, issuedOn }: DocumentSnapshot, { invoice }: DocumentWords): string {
  return terms
    ? invoice(`termsOf.${terms.settlement}`, { days: daysBetween(issuedOn, terms.dueOn) })
    : invoice('creditUse');
}
