import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GuideStructure } from '@/lib/domain/guides/structure';
import { checkTexts } from '@/lib/guides/check';
import type { Fault } from '@/lib/guides/fault';

/** A guide of its own, so that no test depends on the wording of a real one. */
export const PLANTED_GUIDES: readonly GuideStructure[] = [
  {
    id: 'water-plant',
    kind: 'task',
    before: [{ id: 'before-you-start' }],
    steps: [
      {
        id: 'fill-can',
        task: 'water-plant',
        permissions: ['subscription.increase'],
        fields: ['amount'],
        labels: ['water.fill', 'water.pour'],
        ruleBound: true,
        irreversible: false,
        ruleRevision: 1,
      },
    ],
    after: [{ id: 'what-happens-next' }],
  },
];

const UI = {
  'en-US': {
    water: {
      fill: 'Fill the can',
      pour: 'Pour {n, plural, one {# cup} other {# cups}}',
      pourNamed: 'Pour n cups',
      drain: 'Drain {n}',
    },
  },
  'sv-SE': {
    water: {
      fill: 'Fyll kannan',
      pour: 'Häll {n, plural, one {# kopp} other {# koppar}}',
      pourNamed: 'Häll n koppar',
      drain: 'Töm {n}',
    },
  },
};

const GLOSSARY = {
  terms: {
    can: {
      words: {
        'en-US': { word: 'can' },
        'sv-SE': { word: 'kanna', forms: { definite: 'kannan' }, forbidden: ['burk*'] },
      },
    },
  },
  voice: { 'en-US': ['just'], 'sv-SE': [] },
};

const GUIDE = `---
title: Water a plant
promise: Give it water.
summary: How to water.
synonyms: [drench]
provenance: human
reviewedOn: 2026-11-01
---

{% section id="before-you-start" %}
## Before you start

Find a {% term "can" /%}.
It holds {% example %}3{% /example %} cups.
{% /section %}

{% step id="fill-can" %}
## Fill it

Select {% label "water.fill" /%}, then {% label "water.pour" /%}
within {% value "takeBackDays" /%}.
{% /step %}

{% section id="what-happens-next" %}
## What happens next

Read [how to fill it](guide:water-plant#fill-can).
{% /section %}
`;

const SWEDISH_GUIDE = GUIDE.replace('Water a plant', 'Vattna en växt')
  .replace('Give it water.', 'Ge den vatten.')
  .replace('How to water.', 'Så vattnar du.')
  .replace('Before you start', 'Innan du börjar')
  .replace('Find a', 'Hitta en')
  .replace('It holds', 'Den rymmer')
  .replace('cups.', 'koppar.')
  .replace('Fill it', 'Fyll på')
  .replace('Select', 'Välj')
  .replace('then', 'sedan')
  .replace('within', 'inom')
  .replace('What happens next', 'Vad händer sedan')
  .replace('Read [how to fill it]', 'Läs [hur du fyller på]');

export const GUIDE_FILE = 'sv-SE/guides/water-plant.md';
export const SOURCE_FILE = 'en-US/guides/water-plant.md';
export const UI_FILE = 'sv-SE/ui.json';

export type PlantedTree = {
  readonly root: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replaces text in a file and answers with the line on which the new text begins; throws if it is not there. */
  plant(file: string, find: string, put: string): number;
  check(): readonly Fault[];
  remove(): void;
};

/** A small, faultless tree of texts in a folder of its own. */
export function plantTree(): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  const root = join(folder, 'messages');
  const tree: PlantedTree = {
    root,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    write(file, text) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    plant(file, find, put) {
      const text = tree.read(file);
      const at = text.indexOf(find);
      if (at < 0) throw new Error(`${file} does not hold ${find}`);
      tree.write(file, text.slice(0, at) + put + text.slice(at + find.length));
      return text.slice(0, at).split('\n').length;
    },
    check: () =>
      checkTexts({
        root,
        locales: ['en-US', 'sv-SE'],
        sourceLocale: 'en-US',
        guides: PLANTED_GUIDES,
        valueNames: ['takeBackDays'],
      }),
    remove: () => rmSync(folder, { recursive: true }),
  };
  for (const [locale, messages] of Object.entries(UI))
    tree.write(`${locale}/ui.json`, JSON.stringify(messages, null, 2));
  tree.write('glossary.json', JSON.stringify(GLOSSARY, null, 2));
  tree.write(SOURCE_FILE, GUIDE);
  tree.write(GUIDE_FILE, SWEDISH_GUIDE);
  return tree;
}
