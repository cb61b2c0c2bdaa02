import { roundHalfAway } from '@/lib/domain/money';
import { type Element, elementsAt, parseXml } from './parse-xml';

const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd:';

/**
 * The core business rules of EN 16931 that an electronic invoice in UBL breaks, by their names. Written from the
 * standard's text and not from our code; rules about what we never write (allowances, prepayments) are left out.
 */
export function brokenRules(xml: string): string[] {
  const invoice = parseXml(xml);
  return Object.entries(RULES)
    .filter(([, holds]) => !holds(viewOf(invoice)))
    .map(([name]) => name);
}

type View = ReturnType<typeof viewOf>;

function viewOf(root: Element) {
  const all = (path: string, from = root) => elementsAt(from, path).map(({ text }) => text.trim());
  const one = (path: string, from = root) => (all(path, from).length === 1 ? (all(path, from)[0] ?? '') : '');
  const lines = elementsAt(root, root.name === 'Invoice' ? 'cac:InvoiceLine' : 'cac:CreditNoteLine');
  const decimals = amountsIn(root).map((text) => text.split('.')[1]?.length ?? 0);
  const minor = (text: string) => minorOf(text, Math.max(0, ...decimals));
  return { root, all, one, lines, minor, groups: elementsAt(root, 'cac:TaxTotal/cac:TaxSubtotal') };
}

const TOTALS = 'cac:LegalMonetaryTotal';
const SELLER = 'cac:AccountingSupplierParty/cac:Party';
const BUYER = 'cac:AccountingCustomerParty/cac:Party';
const LINE_TAX = 'cac:Item/cac:ClassifiedTaxCategory';
const DAY = /^\d{4}-\d\d-\d\d$/;

const RULES: Readonly<Record<string, (view: View) => boolean>> = {
  'root and namespaces': ({ root }) =>
    root.attributes.xmlns === `${NAMESPACE}${root.name}-2` &&
    root.attributes['xmlns:cbc'] === `${NAMESPACE}CommonBasicComponents-2` &&
    root.attributes['xmlns:cac'] === `${NAMESPACE}CommonAggregateComponents-2`,
  'BR-01': ({ one }) => one('cbc:CustomizationID') === 'urn:cen.eu:en16931:2017',
  'BR-02': ({ one }) => one('cbc:ID') !== '',
  'BR-03': ({ one }) => DAY.test(one('cbc:IssueDate')),
  'BR-04': ({ root, one }) =>
    root.name === 'Invoice' ? one('cbc:InvoiceTypeCode') === '380' : one('cbc:CreditNoteTypeCode') === '381',
  'BR-05': ({ root, one }) =>
    /^[A-Z]{3}$/.test(one('cbc:DocumentCurrencyCode')) && hasOneCurrency(root, one('cbc:DocumentCurrencyCode')),
  'BR-06': ({ one }) => one(`${SELLER}/cac:PartyLegalEntity/cbc:RegistrationName`) !== '',
  'BR-07': ({ one }) => one(`${BUYER}/cac:PartyLegalEntity/cbc:RegistrationName`) !== '',
  'BR-08, BR-09': ({ one }) => /^[A-Z]{2}$/.test(one(`${SELLER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`)),
  'BR-10, BR-11': ({ one }) => /^[A-Z]{2}$/.test(one(`${BUYER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`)),
  'BR-16': ({ lines }) => lines.length > 0,
  'BR-21': ({ lines, one }) => new Set(lines.map((line) => one('cbc:ID', line))).size === lines.length,
  'BR-22, BR-23': ({ lines, root }) =>
    lines.every((line) => {
      const name = root.name === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity';
      const [quantity] = elementsAt(line, name);
      return /^\d+$/.test(quantity?.text ?? '') && quantity?.attributes.unitCode === 'C62';
    }),
  'BR-24, BR-26': ({ lines, one, minor }) =>
    lines.every((line) => {
      const [quantity = ''] = [one('cbc:InvoicedQuantity', line), one('cbc:CreditedQuantity', line)].filter(Boolean);
      const price = minor(one('cac:Price/cbc:PriceAmount', line));
      return minor(one('cbc:LineExtensionAmount', line)) === BigInt(quantity) * price;
    }),
  'BR-25': ({ lines, one }) => lines.every((line) => one('cac:Item/cbc:Name', line) !== ''),
  'BR-27': ({ lines, one, minor }) => lines.every((line) => minor(one('cac:Price/cbc:PriceAmount', line)) >= 0n),
  'BR-29': ({ one }) => one('cac:InvoicePeriod/cbc:StartDate') <= one('cac:InvoicePeriod/cbc:EndDate'),
  'BR-30': ({ lines, one }) =>
    lines.every((line) => one('cac:InvoicePeriod/cbc:StartDate', line) <= one('cac:InvoicePeriod/cbc:EndDate', line)),
  'BR-49': ({ root, one, all }) =>
    root.name === 'Invoice'
      ? one('cac:PaymentMeans/cbc:PaymentMeansCode') !== ''
      : all('cac:PaymentMeans').length === 0,
  'BR-55': ({ root, all }) =>
    all('cac:BillingReference').length ===
      all('cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID').filter(Boolean).length &&
    (root.name === 'CreditNote' || all('cac:BillingReference').length === 0),
  'BR-57': ({ one }) => one('cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode') !== '',
  'BR-62, BR-63': ({ root }) =>
    [SELLER, BUYER]
      .flatMap((party) => elementsAt(root, `${party}/cbc:EndpointID`))
      .every((id) => /^(\d{4}|EM)$/.test(id.attributes.schemeID ?? '')),
  'BR-CO-04': ({ lines, one }) => lines.every((line) => one(`${LINE_TAX}/cbc:ID`, line) !== ''),
  'BR-CO-09': ({ all }) =>
    [SELLER, BUYER]
      .flatMap((party) => all(`${party}/cac:PartyTaxScheme/cbc:CompanyID`))
      .every((id) => /^[A-Z]{2}/.test(id)),
  'BR-CO-10': ({ lines, one, minor }) =>
    minor(one(`${TOTALS}/cbc:LineExtensionAmount`)) ===
    sum(lines.map((line) => minor(one('cbc:LineExtensionAmount', line)))),
  'BR-CO-13': ({ one }) => one(`${TOTALS}/cbc:TaxExclusiveAmount`) === one(`${TOTALS}/cbc:LineExtensionAmount`),
  'BR-CO-14': ({ groups, one, minor }) =>
    minor(one('cac:TaxTotal/cbc:TaxAmount')) === sum(groups.map((group) => minor(one('cbc:TaxAmount', group)))),
  'BR-CO-15': ({ one, minor }) =>
    minor(one(`${TOTALS}/cbc:TaxInclusiveAmount`)) ===
    minor(one(`${TOTALS}/cbc:TaxExclusiveAmount`)) + minor(one('cac:TaxTotal/cbc:TaxAmount')),
  'BR-CO-16': ({ one }) => one(`${TOTALS}/cbc:PayableAmount`) === one(`${TOTALS}/cbc:TaxInclusiveAmount`),
  // A credit has what it adds to the VAT of all that is credited; the official rule passes what is off by less than 1.00.
  'BR-CO-17': ({ root, groups, one, minor }) =>
    groups.every((group) => {
      const vat = roundHalfAway(
        minor(one('cbc:TaxableAmount', group)) * percent(one('cac:TaxCategory/cbc:Percent', group)),
        10_000n,
      );
      const off = minor(one('cbc:TaxAmount', group)) - vat;
      return off === 0n || (root.name === 'CreditNote' && (off === 1n || off === -1n));
    }),
  'BR-CO-18': ({ groups }) => groups.length > 0,
  'BR-CO-25': ({ one }) => one('cbc:DueDate') !== '' || one('cac:PaymentTerms/cbc:Note') !== '',
  'BR-S-01': ({ groups, lines, one }) =>
    lines.every(
      (line) =>
        groups.filter((group) => rateOf(one, group, 'cac:TaxCategory') === rateOf(one, line, LINE_TAX)).length === 1,
    ),
  'BR-S-02': ({ one, lines }) => lines.length === 0 || one(`${SELLER}/cac:PartyTaxScheme/cbc:CompanyID`) !== '',
  'BR-S-05': ({ lines, one }) =>
    lines.every(
      (line) => one(`${LINE_TAX}/cbc:ID`, line) !== 'S' || percent(one(`${LINE_TAX}/cbc:Percent`, line)) > 0n,
    ),
  'BR-S-08': ({ groups, lines, one, minor }) =>
    groups.every(
      (group) =>
        minor(one('cbc:TaxableAmount', group)) ===
        sum(
          lines
            .filter((line) => rateOf(one, line, LINE_TAX) === rateOf(one, group, 'cac:TaxCategory'))
            .map((line) => minor(one('cbc:LineExtensionAmount', line))),
        ),
    ),
  'BR-S-10': ({ groups, all }) =>
    groups.every((group) => all('cac:TaxCategory/cbc:TaxExemptionReason', group).length === 0),
  'BR-DEC-*': ({ root }) => amountsIn(root).every((text) => /^\d+(\.\d{1,2})?$/.test(text)),
};

function rateOf(one: View['one'], within: Element, path: string): string {
  return `${one(`${path}/cbc:ID`, within)} ${one(`${path}/cbc:Percent`, within)}`;
}

/** The text of every element that carries a currency. */
function amountsIn(element: Element): string[] {
  const own = element.attributes.currencyID === undefined ? [] : [element.text];
  return [...own, ...element.children.flatMap(amountsIn)];
}

function hasOneCurrency(element: Element, currency: string): boolean {
  const { currencyID = currency } = element.attributes;
  return currencyID === currency && element.children.every((child) => hasOneCurrency(child, currency));
}

function minorOf(text: string, decimals: number): bigint {
  const [whole = '', part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(decimals, '0'));
}

/** In basis points: '25.5' → 2550. */
function percent(text: string): bigint {
  return minorOf(text, 2);
}

function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((all, part) => all + part, 0n);
}
