import type { Permission } from '@/lib/domain/roles';
import type { SectionContent } from './contents';

/** A text of a guide. Ids are anchors, the same in every language. */
type PartStructure = {
  readonly id: string;
  /** Keys in ui.json of the labels that the text may name. */
  readonly labels?: readonly string[];
};

/** A text before or after the steps of a guide. */
export type SectionStructure = PartStructure & {
  /** What stands below the words, made by the domain. */
  readonly content?: SectionContent;
};

/** What a step does. A step with a form or action is rule-bound: its words are wrong as soon as the rule changes. */
export type StepStructure = PartStructure & {
  /** The task that stands in the step, or null where the step is only read. */
  readonly task: string | null;
  /** The permissions of which the task asks for one; empty where seeing the app is enough. */
  readonly permissions: readonly Permission[];
  /** Names of the inputs that the reader fills in. */
  readonly fields: readonly string[];
  readonly ruleBound: boolean;
  readonly irreversible: boolean;
  /** Raised by one when the rule behind the step changes its meaning; translations then fall back until accepted. */
  readonly ruleRevision: number;
};

/** The language-neutral structure of one guide: what stands in which order, for every locale. */
export type GuideStructure = {
  readonly id: string;
  readonly kind: 'task' | 'reference';
  readonly before: readonly SectionStructure[];
  readonly steps: readonly StepStructure[];
  readonly after: readonly SectionStructure[];
};

/** Every section and step of a guide, in reading order. */
export function listParts(guide: GuideStructure): readonly (SectionStructure | StepStructure)[] {
  return [...guide.before, ...guide.steps, ...guide.after];
}

export function isStep(part: SectionStructure | StepStructure): part is StepStructure {
  return 'task' in part;
}
