import { addDays } from '@/lib/domain/days';
import { decliningCard } from './billing-profiles';
import type { Calendar } from './calendar';
import {
  assignment,
  type Bought,
  cancel,
  type Happening,
  invitation,
  keep,
  newCard,
  newQuantity,
  purchase,
  startOfUse,
  takeBack,
} from './happenings';

type OnProfile = Omit<Bought, 'billingProfileId' | 'by'>;

const office = (app: OnProfile): Bought => ({ ...app, billingProfileId: 'nordlys-office', by: 'maja-sandberg' });
const projects = (app: OnProfile): Bought => ({ ...app, billingProfileId: 'nordlys-projects', by: 'johan-ekstrom' });
const north = (app: OnProfile): Bought => ({ ...app, billingProfileId: 'nordlys-north', by: 'johan-ekstrom' });

/** Everything that happened at Nordlys Bygg: a subscription in every state there is. */
export function listNordlysHappenings(calendar: Calendar): Happening[] {
  const invited = invitation(calendar.ago(1), 'astrid-lindqvist', 'linnea.forsberg@nordlysbygg.example', 'app_admin');
  return [...running(calendar), ...changing(calendar), ...troubled(calendar), ...over(calendar), invited];
}

function running({ ago, startOf }: Calendar): Happening[] {
  const expenses = { id: 'nordlys-expenses', planId: 'tallyworks-expenses-annual', quantity: 15 };
  const archive = { id: 'nordlys-archive', planId: 'tallyworks-archive-monthly', quantity: null };
  const vault = { id: 'nordlys-vault', planId: 'kleidi-vault-annual', quantity: 40 };
  const safety = { id: 'nordlys-skyddsrond', planId: 'skyddsrond-annual', quantity: null };
  return [
    ...startOfUse(startOf({ months: 12, renewsIn: 46 }), office(expenses), 13),
    cancel(ago(12), 'astrid-lindqvist', expenses.id),
    keep(ago(11), 'astrid-lindqvist', expenses.id),
    ...startOfUse(startOf({ months: 7, renewsIn: 23 }), office(archive)),
    ...startOfUse(startOf({ months: 12, renewsIn: 150 }), office(vault), 36),
    newQuantity(ago(33), 'maja-sandberg', vault.id, 46),
    takeBack(ago(30), 'maja-sandberg', vault.id),
    ...startOfUse(startOf({ months: 24, renewsIn: 300 }), projects(safety)),
  ];
}

function changing({ ago, startOf }: Calendar): Happening[] {
  const tallyworks = { id: 'nordlys-tallyworks', planId: 'tallyworks-pro-monthly', quantity: 6 };
  const crews = { id: 'nordlys-lagkort', planId: 'lagkort-monthly', quantity: 18 };
  const drawings = { id: 'nordlys-ritkant', planId: 'ritkant-monthly', quantity: 8 };
  const diary = { id: 'nordlys-platsbok', planId: 'platsbok-monthly', quantity: 30 };
  const booksFrom = startOf({ months: 5, renewsIn: 9 });
  return [
    ...startOfUse(booksFrom, office(tallyworks), 6),
    newQuantity(addDays(booksFrom, 40), 'maja-sandberg', tallyworks.id, 12),
    assignment(addDays(booksFrom, 41), tallyworks.id, 9),
    assignment(addDays(booksFrom, 68), tallyworks.id, 7),
    newQuantity(addDays(booksFrom, 70), 'astrid-lindqvist', tallyworks.id, 10),
    ...startOfUse(startOf({ months: 4, renewsIn: 11 }), office(crews), 11),
    newQuantity(ago(5), 'maja-sandberg', crews.id, 12),
    ...startOfUse(startOf({ months: 3, renewsIn: 16 }), office(drawings), 8),
    newQuantity(ago(3), 'maja-sandberg', drawings.id, 11),
    ...startOfUse(startOf({ months: 3, renewsIn: 20 }), projects(diary), 27),
    newQuantity(ago(8), 'johan-ekstrom', diary.id, 34),
  ];
}

/** The region's card was replaced by one that the bank turns down, so its next renewals failed. */
function troubled({ today, ago, startOf }: Calendar): Happening[] {
  const quotes = { id: 'nordlys-prosfora', planId: 'prosfora-monthly', quantity: 5 };
  const payroll = { id: 'nordlys-payroll', planId: 'tallyworks-payroll-monthly', quantity: 12 };
  return [
    ...startOfUse(startOf({ months: 4, renewsIn: -6 }), north(quotes), 4),
    ...startOfUse(startOf({ months: 3, renewsIn: -9 }), north(payroll), 12),
    newCard(ago(20), 'nordlys-north', decliningCard(today)),
    cancel(ago(2), 'johan-ekstrom', payroll.id),
  ];
}

function over({ ago, startOf }: Calendar): Happening[] {
  const sign = { id: 'nordlys-sign', planId: 'ypografi-sign-monthly', quantity: null };
  const travel = { id: 'nordlys-taxidi', planId: 'taxidi-monthly', quantity: 6 };
  const weather = { id: 'nordlys-vaderfonster', planId: 'vaderfonster-monthly', quantity: null };
  const time = { id: 'nordlys-tidlapp', planId: 'tidlapp-monthly', quantity: 25 };
  const tried = { id: 'nordlys-prosfora-office', planId: 'prosfora-monthly', quantity: 2 };
  return [
    ...startOfUse(startOf({ months: 6, renewsIn: 12 }), office(sign)),
    cancel(ago(4), 'astrid-lindqvist', sign.id),
    purchase(ago(4), office(travel)),
    purchase(ago(75), projects(weather)),
    ...startOfUse(ago(200), projects(time), 21),
    cancel(ago(80), 'johan-ekstrom', time.id),
    ...startOfUse(ago(33), office(tried), 1),
    cancel(ago(31), 'maja-sandberg', tried.id, 'now'),
  ];
}
