import type { TaskPlace } from '@/app/[locale]/_task/place';
import type { TaskView } from '@/app/[locale]/_task/view';
import { stepsOfGetAppsGuide } from '@/lib/domain/get-apps-steps';
import type { Reader } from '@/lib/server/guard';
import { GetAppsContext } from './context';
import { Obstacle } from './obstacle';
import { findChosen, situationOf } from './situation';
import { slipsOf } from './slips';

/** Getting an app, step by step, for this reader. */
export async function viewGetApps(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const chosen = await findChosen(reader, place);
  const situation = situationOf(chosen);
  return {
    context: <GetAppsContext chosen={chosen} />,
    states: stepsOfGetAppsGuide(situation),
    reasonText: (reason) => <Obstacle reader={reader} chosen={chosen} reason={reason} />,
    slips: slipsOf({ reader, place, chosen, situation }),
  };
}
