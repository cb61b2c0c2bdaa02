import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { TaskView } from '@/app/[locale]/_task/view';
import type { StepState } from '@/lib/domain/steps';
import type { Guide, GuideStep } from '@/lib/guides/load';
import { LOCALES, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { formatLanguage } from '@/lib/i18n/names';
import { Prose } from '@/lib/ui/article';
import { Disclosure } from '@/lib/ui/disclosure';
import { Rail, RailStep } from '@/lib/ui/rail';
import { drawPart, foreign, type GuideText } from './guide-text';
import { PartNotices } from './part-notices';
import { SourceBeside } from './source-beside';

type Props = {
  readonly guide: Guide;
  readonly text: GuideText;
  readonly task: TaskView | null;
  /** Stands in the first step that has a form, for who is not signed in. */
  readonly signIn: ReactNode;
};

const TO_COME: StepState = { state: 'todo' };

/** The steps on their rail, each with its state and what hangs from it. */
export function GuideSteps({ guide, text, task, signIn }: Props) {
  const t = useTranslations('guide');
  if (guide.steps.length === 0) return null;
  const firstForm = guide.steps.find((step) => step.task !== null);
  return (
    <Rail label={t('steps')}>
      {guide.steps.map((step, index) => (
        <Step key={step.id} step={step} number={index + 1} text={text} task={task} guideId={guide.id}>
          {task ? task.slips[step.id] : step === firstForm ? signIn : null}
        </Step>
      ))}
    </Rail>
  );
}

type StepProps = {
  readonly step: GuideStep;
  readonly number: number;
  readonly text: GuideText;
  readonly task: TaskView | null;
  readonly guideId: string;
  readonly children: ReactNode;
};

function Step({ step, number, text, task, guideId, children }: StepProps) {
  const t = useTranslations('guide');
  const state = task?.states[step.id] ?? TO_COME;
  const reason = 'reason' in state ? state.reason : undefined;
  const other = LOCALES.find(
    (locale) => locale !== text.locale && (locale === SOURCE_LOCALE || text.locale === SOURCE_LOCALE),
  );
  const instruction = (
    <>
      <Prose lang={foreign(step.lang, text.locale)} html={drawPart(step, text)} />
      <SourceBeside id={step.id} text={text} />
      <PartNotices part={step} text={text} />
    </>
  );
  return (
    <RailStep
      id={step.id}
      number={number}
      title={step.title}
      lang={foreign(step.lang, text.locale)}
      state={state.state}
      statusText={t('stepStatus', { number, state: state.state })}
      reason={reason === undefined ? undefined : task?.reasonText(reason)}
      isProblem={'isProblem' in state && state.isProblem}
      anchorLabel={t('linkToStep', { title: step.title })}
      otherLanguage={
        other && {
          href: `/${other}/help/${guideId}?hl=${other}#${step.id}`,
          label: formatLanguage(other),
          lang: other,
        }
      }
    >
      {isFolded(state, step) ? (
        <>
          {children}
          <Disclosure summary={t('showInstruction')}>{instruction}</Disclosure>
        </>
      ) : (
        <>
          {instruction}
          {children}
        </>
      )}
    </RailStep>
  );
}

/** Words step back where they have been followed, are not needed, or stand before figures that say more. */
function isFolded({ state }: StepState, { task, fields }: GuideStep): boolean {
  return state === 'done' || state === 'not_needed' || (state === 'here' && task !== null && fields.length === 0);
}
