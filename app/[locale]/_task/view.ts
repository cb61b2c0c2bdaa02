import type { ReactNode } from 'react';
import type { Policy } from '@/lib/domain/policies';
import type { StepState } from '@/lib/domain/steps';
import type { Reader } from '@/lib/server/guard';
import type { TaskPlace } from './place';

/** A task for one reader, step by step: whom it is done for, how far they are, and its forms. */
export type TaskView = {
  /** What the guide's context line says, and its way to choose another. */
  readonly context: ReactNode;
  readonly contextEnd?: ReactNode;
  readonly states: Readonly<Record<string, StepState>>;
  /** A state's reason in words, by its code. */
  readonly reasonText: (reason: string) => ReactNode;
  /** What hangs from a step: its form, its figures, or what was chosen. */
  readonly slips: Readonly<Record<string, ReactNode>>;
  readonly policy?: Policy;
};

/** How a task is shown, in its guide and on the page of the record it is about. */
export type ViewTask = (reader: Reader, place: TaskPlace) => Promise<TaskView>;
