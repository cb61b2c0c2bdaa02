import { write } from './client';
import { newId } from './ids';
import { guideAnswers } from './schema';

type NewAnswer = {
  readonly guideId: string;
  readonly locale: string;
  readonly answer: 'yes' | 'no';
  readonly createdAt: number;
};

/** No scope: the answer belongs to nobody. */
export async function saveGuideAnswer(answer: NewAnswer) {
  return write((tx) => tx.insert(guideAnswers).values({ ...answer, id: newId() }));
}
