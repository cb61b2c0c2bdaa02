import type { FaultCode } from '@/lib/guides/fault';
import { SOURCE_FILE, UI_FILE } from './planted-guides';

/** What is planted: text to find, text to put, and the line of the fault counted from there. */
export type PlantedFault = {
  name: string;
  code: FaultCode;
  file?: string;
  find: string;
  put: string;
  offset?: number;
  line?: number;
};

/** One fault for each thing the check of the texts looks for. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  { name: 'a section nobody knows', code: 'part-extra', find: 'id="what-happens-next"', put: 'id="afterwards"' },
  {
    name: 'a step written as a section',
    code: 'part-extra',
    find: '{% step id="fill-can" %}',
    put: '{% section id="fill-can" %}',
  },
  {
    name: 'a recorded step nobody knows',
    code: 'part-extra',
    find: 'reviewedOn: 2026-11-01',
    put: 'steps:\n  dry: { from: aaaaaaaaaaaa, by: human, on: 2026-11-01 }',
    line: 1,
  },
  { name: 'an unknown label', code: 'label-unknown', find: '"water.fill"', put: '"water.fil"' },
  { name: 'a number on a later line', code: 'literal-number', find: 'inom {%', put: 'inom 7 {%' },
  {
    name: 'a label with arguments and no variant',
    code: 'label-arguments',
    find: '"water.pour"',
    put: '"water.drain"',
  },
  {
    name: 'a label the step does not list',
    code: 'label-undeclared',
    find: '{% term "can" /%}',
    put: '{% label "water.fill" /%}',
  },
  { name: 'an unknown placeholder', code: 'placeholder-unknown', find: '"takeBackDays"', put: '"takeBackWeeks"' },
  { name: 'an unknown term', code: 'term-unknown', find: '"can"', put: '"bucket"' },
  { name: 'an unknown form of a term', code: 'term-unknown', find: '"can"', put: '"can" form="dual"' },
  {
    name: 'an unknown region',
    code: 'region-unknown',
    find: 'Läs [',
    put: '{% only region="narnia" %}\nHej\n{% /only %}\n\nLäs [',
  },
  { name: 'a limit in prose', code: 'literal-number', find: 'Hitta en', put: 'Inom 7 dagar: hitta en' },
  { name: 'a limit in words', code: 'literal-number', find: 'Hitta en', put: 'Inom sju dagar: hitta en' },
  { name: 'a price', code: 'literal-number', find: 'Den rymmer', put: 'Den kostar 129,00 kr och rymmer' },
  {
    name: 'a date in the title',
    code: 'literal-number',
    find: 'title: Vattna en växt',
    put: 'title: Vattna den 1 december',
  },
  { name: 'a label in bold', code: 'label-literal', find: 'Den rymmer', put: '**Fyll kannan** och' },
  { name: 'a label in quotation marks', code: 'label-literal', find: 'Den rymmer', put: 'Välj ”Fyll kannan” och' },
  { name: "the step's own label in plain words", code: 'label-literal', find: 'Välj', put: 'Välj Fyll kannan eller' },
  { name: 'a forbidden word', code: 'word-forbidden', find: 'Hitta en', put: 'Hitta en plåtburk eller Burken, en' },
  { name: 'a word against the voice', code: 'word-forbidden', file: SOURCE_FILE, find: 'Find a', put: 'Just find a' },
  { name: 'a dead link', code: 'link-dead', find: 'guide:water-plant#fill-can', put: 'guide:feed-cat' },
  { name: 'a link by path', code: 'link-dead', find: 'guide:water-plant#fill-can', put: '/help/water-plant' },
  { name: 'a dead anchor', code: 'anchor-dead', find: '#fill-can', put: '#fill-bucket' },
  { name: 'broken YAML', code: 'front-matter', find: 'synonyms: [drench]', put: 'synonyms: [drench', offset: 1 },
  { name: 'an unknown key', code: 'front-matter', find: 'synonyms:', put: 'sinonyms:' },
  { name: 'a value of the wrong type', code: 'front-matter', find: 'provenance: human', put: 'provenance: no' },
  {
    name: 'a key that is there twice',
    code: 'front-matter',
    find: 'reviewedOn: 2026-11-01',
    put: 'provenance: machine',
  },
  { name: 'an unknown tag', code: 'markup', find: 'Hitta en', put: '{% blink %}Hitta{% /blink %} en' },
  {
    name: 'text outside every part',
    code: 'markup',
    find: '{% step id="fill-can" %}',
    put: 'Lös text.\n\n{% step id="fill-can" %}',
  },
  { name: 'HTML', code: 'raw-html', find: 'Hitta en', put: 'Hitta <b>en</b>' },
  { name: 'a heading without an id', code: 'heading-id', find: 'Läs [', put: '### Mer\n\nLäs [' },
  { name: 'a part without a heading', code: 'heading-text', find: '## Fyll på', put: 'Fyll på', offset: -1 },
  {
    name: 'a missing ui message',
    code: 'ui-missing',
    file: UI_FILE,
    find: '    "fill": "Fyll kannan",\n',
    put: '',
    offset: -1,
  },
  {
    name: 'an extra ui message',
    code: 'ui-extra',
    file: UI_FILE,
    find: '"fill"',
    put: '"spill": "Spill",\n    "fill"',
  },
  { name: 'other ICU arguments', code: 'ui-arguments', file: UI_FILE, find: 'Töm {n}', put: 'Töm {antal}' },
  { name: 'broken ICU', code: 'ui-syntax', file: UI_FILE, find: 'Töm {n}', put: 'Töm {n' },
  {
    name: 'a forbidden word in a label',
    code: 'word-forbidden',
    file: UI_FILE,
    find: 'Fyll kannan',
    put: 'Fyll burken',
  },
  {
    name: 'a term without a word',
    code: 'glossary',
    file: 'glossary.json',
    find: '"sv-SE": {\n          "word"',
    put: '"sv": {\n          "word"',
    line: 3,
  },
];
