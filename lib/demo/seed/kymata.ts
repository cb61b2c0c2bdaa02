import { addDays } from '@/lib/domain/days';
import { decliningCard } from './billing-profiles';
import type { Calendar } from './calendar';
import {
  assignment,
  type Bought,
  cancel,
  type Happening,
  newCard,
  newQuantity,
  purchase,
  replacement,
  startOfUse,
  takeBack,
} from './happenings';

type OnProfile = Omit<Bought, 'billingProfileId' | 'by'>;

const main = (app: OnProfile): Bought => ({ ...app, billingProfileId: 'kymata-head-office', by: 'maria-vlachou' });
const hotels = (app: OnProfile): Bought => ({ ...app, billingProfileId: 'kymata-hotels', by: 'nikos-georgiou' });
const islands = (app: OnProfile): Bought => ({ ...app, billingProfileId: 'kymata-islands', by: 'nikos-georgiou' });

/** Everything that happened at Kymata Hotels. */
export function listKymataHappenings(calendar: Calendar): Happening[] {
  return [...running(calendar), ...troubledOrOver(calendar)];
}

function running({ ago, startOf }: Calendar): Happening[] {
  const tallyworks = { id: 'kymata-tallyworks', planId: 'tallyworks-pro-monthly', quantity: 9 };
  const travel = { id: 'kymata-taxidi', planId: 'taxidi-monthly', quantity: 22 };
  const sign = { id: 'kymata-sign', planId: 'ypografi-sign-monthly', quantity: null };
  const vault = { id: 'kymata-vault', planId: 'kleidi-vault-annual', quantity: 60 };
  const crews = { id: 'kymata-lagkort', planId: 'lagkort-monthly', quantity: 45 };
  const booksFrom = startOf({ months: 4, renewsIn: 14 });
  const travelFrom = startOf({ months: 4, renewsIn: 18 });
  return [
    ...startOfUse(booksFrom, main(tallyworks), 9),
    newQuantity(addDays(booksFrom, 35), 'maria-vlachou', tallyworks.id, 14),
    assignment(addDays(booksFrom, 36), tallyworks.id, 12),
    newQuantity(ago(8), 'maria-vlachou', tallyworks.id, 16),
    takeBack(ago(5), 'eleni-papadaki', tallyworks.id),
    ...startOfUse(travelFrom, main(travel), 15),
    newQuantity(addDays(travelFrom, 45), 'maria-vlachou', travel.id, 20),
    newQuantity(ago(2), 'maria-vlachou', travel.id, 24),
    ...startOfUse(startOf({ months: 5, renewsIn: 7 }), main(sign)),
    ...startOfUse(startOf({ months: 12, renewsIn: 90 }), hotels(vault), 52),
    ...startOfUse(startOf({ months: 6, renewsIn: 21 }), hotels(crews), 31),
    newQuantity(ago(6), 'nikos-georgiou', crews.id, 35),
  ];
}

function troubledOrOver({ today, ago, startOf }: Calendar): Happening[] {
  const quotes = { id: 'kymata-prosfora', planId: 'prosfora-monthly', quantity: 3 };
  const expenses = { id: 'kymata-expenses', planId: 'tallyworks-expenses-monthly', quantity: 30 };
  const payroll = { id: 'kymata-payroll', planId: 'tallyworks-payroll-monthly', quantity: 50 };
  const archive = { id: 'kymata-archive', planId: 'tallyworks-archive-monthly', quantity: null };
  return [
    ...startOfUse(startOf({ months: 3, renewsIn: -4 }), islands(quotes), 3),
    newCard(ago(15), 'kymata-islands', decliningCard(today)),
    ...startOfUse(startOf({ months: 5, renewsIn: 10 }), main(expenses), 22),
    cancel(ago(3), 'eleni-papadaki', expenses.id),
    purchase(ago(9), main(payroll)),
    ...startOfUse(ago(160), main(archive)),
    cancel(ago(100), 'eleni-papadaki', archive.id),
    replacement(ago(20), archive.id, { ...main(archive), by: 'eleni-papadaki' }),
  ];
}
