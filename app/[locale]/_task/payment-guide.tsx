import { listBillingProfiles } from '@/db/billing-profiles';
import { findSubscription } from '@/db/subscriptions';
import { idleReplacementOf } from '@/lib/domain/payment-steps';
import { blocked, DONE, HERE, notNeeded, type StepState, TO_COME } from '@/lib/domain/steps';
import { mayOn, type Reader } from '@/lib/server/guard';
import { findInvoiceToPay, type InvoiceToPay } from '@/lib/server/invoice-to-pay';
import { listInvoicesToPay, type OpenInvoice } from '@/lib/server/open-invoices';
import { InvoiceContext, InvoiceList, InvoicePicker } from './invoice-context';
import { InvoiceOutlook } from './invoice-outlook';
import { PaymentReason } from './payment-reason';
import { chosenIn, type TaskPlace } from './place';
import type { ViewTask } from './view';
import { WhoMay } from './who-may';

const [FIND, REPLACE, PAY] = ['find-invoice', 'replace-payment-method', 'pay-invoice'] as const;

type Loads = { readonly replace: () => Promise<ViewTask>; readonly pay: () => Promise<ViewTask> };

/** A payment that failed or is late: which invoice, another card where that would help, and paying. */
export function composePaymentGuide({ replace, pay }: Loads): ViewTask {
  return async (reader, place) => {
    const open = await listInvoicesToPay(reader);
    const id = findAsked(place, open);
    const found = id === undefined ? undefined : await findInvoiceToPay(reader, id);
    const stranger = found ? undefined : await findClosedProfile(reader, place);
    const context = <InvoiceContext found={found} />;
    const contextEnd = <InvoicePicker open={open} chosenId={found?.debt.invoice.id} path={place.path} />;
    if (!found) {
      return {
        context,
        contextEnd,
        states: { [FIND]: findStateOf(open, stranger !== undefined), [REPLACE]: TO_COME, [PAY]: TO_COME },
        reasonText: (reason) =>
          stranger ? (
            <WhoMay reader={reader} permission="invoice.pay" profile={stranger} />
          ) : (
            <PaymentReason reason={reason} />
          ),
        slips: { [FIND]: open.length > 0 && !stranger ? <InvoiceList open={open} path={place.path} /> : null },
      };
    }
    const { replacing, paying } = await viewBoth({ replace, pay }, reader, place, found);
    const idle = idleReplacementOf({ ...found.situation, hasReceipt: false });
    const isUnderway = replacing.states[REPLACE]?.state === 'done' || 'setup' in place.query;
    const replaced = idle && !isUnderway ? notNeeded(idle) : (replacing.states[REPLACE] ?? TO_COME);
    return {
      ...paying,
      context,
      contextEnd,
      states: { [FIND]: DONE, [REPLACE]: ownReason(replaced), [PAY]: paying.states[PAY] ?? TO_COME },
      reasonText: (reason) => {
        if (reason === idle) return <PaymentReason reason={reason} />;
        const own = reason.startsWith(`${REPLACE} `);
        return own ? replacing.reasonText(reason.slice(REPLACE.length + 1)) : paying.reasonText(reason);
      },
      slips: {
        [FIND]: <InvoiceOutlook found={found} />,
        [REPLACE]: idle && !isUnderway ? null : replacing.slips[REPLACE],
        [PAY]: paying.slips[PAY],
      },
    };
  };
}

async function viewBoth({ replace, pay }: Loads, reader: Reader, place: TaskPlace, { debt }: InvoiceToPay) {
  const [invoice, profile] = [debt.invoice.id, debt.profile.id];
  const query = { ...place.query, invoice, profile };
  const [replacing, paying] = await Promise.all([
    replace().then((view) => view(reader, { ...place, query, kept: { invoice } })),
    pay().then((view) => view(reader, { ...place, query })),
  ]);
  return { replacing, paying };
}

/** The invoice that the address names; else the oldest of the app or profile that it names, or the only one there is. */
function findAsked(place: TaskPlace, open: readonly OpenInvoice[]): string | undefined {
  const [named, app, profile] = [chosenIn(place, 'invoice'), chosenIn(place, 'app'), chosenIn(place, 'profile')];
  if (named !== undefined) return named;
  if (app !== undefined) return open.find(({ apps }) => apps.some(({ appId }) => appId === app))?.id;
  const fitting = open.filter(({ billingProfileId }) => profile === undefined || billingProfileId === profile);
  return profile !== undefined || fitting.length === 1 ? fitting[0]?.id : undefined;
}

/** The profile of an app in the address whose invoices the reader may not see. */
async function findClosedProfile(reader: Reader, place: TaskPlace) {
  const app = chosenIn(place, 'app');
  const subscription = app === undefined ? undefined : await findSubscription(reader.scope, app);
  const asked = subscription?.profile.id ?? chosenIn(place, 'profile');
  const profile = (await listBillingProfiles(reader.scope)).find(({ id }) => id === asked);
  return profile && !mayOn(reader, 'invoice.see', profile.id) ? profile : undefined;
}

function findStateOf(open: readonly OpenInvoice[], isClosed: boolean): StepState {
  if (isClosed) return blocked('may_not_see');
  return open.length > 0 ? HERE : notNeeded('nothing_open');
}

/** Two tasks may each know a reason under one code: the first one's carries its step. */
function ownReason(state: StepState): StepState {
  const isOwn = 'reason' in state && state.state === 'blocked';
  return isOwn ? { ...state, reason: `${REPLACE} ${state.reason}` } : state;
}
