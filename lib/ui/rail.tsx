import type { ReactNode } from 'react';
import { Icon } from './icon';

export type StepState = 'done' | 'here' | 'todo' | 'blocked' | 'not_needed';

/** The numbered line that a task follows. */
export function Rail({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className="rail" aria-label={label}>
      {children}
    </ol>
  );
}

type RailStepProps = {
  /** The step's id: also its anchor, the same in every language. */
  id: string;
  number: number;
  title: ReactNode;
  state: StepState;
  /** Said before the title to assistive technology: number and state in words ("Step 2, done:"). */
  statusText: string;
  /** Why it is blocked or not needed. */
  reason?: ReactNode;
  /** The reason is an error: the node becomes a diamond. */
  isProblem?: boolean;
  headingLevel?: 2 | 3;
  /** Name of the link that the step has to itself. */
  anchorLabel: string;
  otherLanguage?: { href: string; label: string; lang: string };
  /** Language of the title, where it is not the page's. */
  lang?: string;
  children?: ReactNode;
};

export function RailStep(props: RailStepProps) {
  const { id, number, state, isProblem, reason, lang } = props;
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2';
  return (
    <li
      className={`step step-${state}${isProblem ? ' step-problem' : ''}`}
      aria-current={state === 'here' ? 'step' : undefined}
    >
      <StepNode state={state} number={number} />
      <div className="step-head">
        <Heading className="step-title" id={id}>
          <span className="visually-hidden">{props.statusText} </span>
          <span lang={lang}>{props.title}</span>
        </Heading>
        <StepLinks id={id} anchorLabel={props.anchorLabel} otherLanguage={props.otherLanguage} />
      </div>
      {reason ? <p className="step-reason">{reason}</p> : null}
      {props.children ? <div className="step-body">{props.children}</div> : null}
    </li>
  );
}

function StepNode({ state, number }: Pick<RailStepProps, 'state' | 'number'>) {
  return (
    <span className="node" aria-hidden="true">
      {state === 'done' ? <Icon name="check" /> : number}
    </span>
  );
}

function StepLinks({ id, anchorLabel, otherLanguage }: Pick<RailStepProps, 'id' | 'anchorLabel' | 'otherLanguage'>) {
  return (
    <span className="step-links">
      <a href={`#${id}`} aria-label={anchorLabel}>
        #
      </a>
      {otherLanguage ? (
        <a href={otherLanguage.href} lang={otherLanguage.lang} hrefLang={otherLanguage.lang}>
          {otherLanguage.label}
        </a>
      ) : null}
    </span>
  );
}
