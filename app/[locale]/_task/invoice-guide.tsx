import { getTranslations } from 'next-intl/server';
import { type BillingProfile, listBillingProfiles } from '@/db/billing-profiles';
import { listPrices } from '@/db/invoice-prices';
import { type DocumentSummary, type Invoice, listDocuments } from '@/db/invoices';
import { dayIn } from '@/lib/domain/days';
import { readStateOf } from '@/lib/domain/invoice-steps';
import { blocked, DONE, HERE, notNeeded, type StepState, TO_COME } from '@/lib/domain/steps';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';
import { findReadableInvoice } from '@/lib/server/readable-record';
import { ChosenInvoice, InvoiceChoice, ReadingContext } from './invoice-choice';
import { InvoiceExplained } from './invoice-explained';
import { chosenIn, type TaskPlace } from './place';
import type { TaskView, ViewTask } from './view';
import { WhoMay } from './who-may';

const [FIND, READ, PAY] = ['find-invoice', 'read-invoice', 'pay-invoice'] as const;

/** One of the reader's own invoices or credit notes, line by line, and what is to be paid of it. */
export function composeInvoiceGuide(pay: () => Promise<ViewTask>): ViewTask {
  return async (reader, place) => {
    const profiles = await listBillingProfiles(reader.scope);
    const readable = profiles.filter(({ id }) => mayOn(reader, 'invoice.see', id));
    const documents = await listDocuments(
      reader.scope,
      readable.map(({ id }) => id),
    );
    const id = chosenIn(place, 'invoice') ?? (documents.find(({ kind }) => kind === 'invoice') ?? documents[0])?.id;
    const invoice = id === undefined ? undefined : await findReadableInvoice(reader, id);
    if (!invoice) return viewUnchosen(reader, place, { profiles, readable, documents });
    const paying = await (await pay())(reader, { ...place, query: { ...place.query, invoice: invoice.id } });
    return viewChosen(reader, place, { invoice, documents, paying });
  };
}

type Found = { readonly invoice: Invoice; readonly documents: readonly DocumentSummary[]; readonly paying: TaskView };

async function viewChosen(reader: Reader, place: TaskPlace, { invoice, documents, paying }: Found): Promise<TaskView> {
  const t = await getTranslations('invoice');
  const prices = await listPrices(
    reader.scope,
    invoice.snapshot.lines.map(({ subscriptionId }) => subscriptionId),
  );
  const today = dayIn(invoice.timeZone, nowAt());
  const isNote = invoice.kind === 'credit_note';
  const payState = isNote ? notNeeded('credit_note') : (paying.states[PAY] ?? TO_COME);
  return {
    ...paying,
    context: <ReadingContext invoice={invoice} />,
    contextEnd: <InvoiceChoice documents={documents} chosenId={invoice.id} path={place.path} />,
    states: { [FIND]: DONE, [READ]: readStateOf(payState), [PAY]: payState },
    reasonText: (reason) => (isNote ? t('creditUse') : paying.reasonText(reason)),
    slips: {
      [FIND]: <ChosenInvoice invoice={invoice} today={today} />,
      [READ]: <InvoiceExplained invoice={invoice} prices={prices} today={today} />,
      [PAY]: isNote ? null : paying.slips[PAY],
    },
  };
}

type Unchosen = {
  readonly profiles: readonly BillingProfile[];
  readonly readable: readonly BillingProfile[];
  readonly documents: readonly DocumentSummary[];
};

/** Nothing to read yet, or nothing that this reader may read; or an address that names none of theirs. */
async function viewUnchosen(reader: Reader, place: TaskPlace, { profiles, readable, documents }: Unchosen) {
  const t = await getTranslations('understandInvoice');
  const [closed] = readable.length === 0 ? profiles : [];
  const state: StepState =
    documents.length > 0 ? HERE : closed ? blocked('permission_missing') : notNeeded('nothing_issued');
  return {
    context: <ReadingContext invoice={undefined} />,
    states: { [FIND]: state, [READ]: TO_COME, [PAY]: TO_COME },
    reasonText: () =>
      closed ? <WhoMay reader={reader} permission="invoice.see" profile={closed} /> : t('nothingIssued'),
    slips: {
      [FIND]:
        documents.length > 0 ? <InvoiceChoice documents={documents} chosenId={undefined} path={place.path} /> : null,
    },
  };
}
