import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Fault } from './fault';

/** How a text was made; a reader of an unreviewed machine translation is told so. */
export const MADE = ['human', 'machine', 'machine-reviewed'] as const;
export type Made = (typeof MADE)[number];

const day = z.iso.date();
const hash = z.string().regex(/^[0-9a-f]{12}$/);

/** From which source text a step was made (`from`), under which rule, how and on what day. */
const acceptance = z.strictObject({ from: hash, rule: hash.optional(), by: z.enum(MADE), on: day });

const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  promise: z.string().min(1),
  category: z.string().optional(),
  summary: z.string().min(1),
  synonyms: z.array(z.string().min(1)).default([]),
  provenance: z.enum(MADE),
  reviewedOn: day.optional(),
  partial: z.boolean().default(false),
  steps: z.record(z.string(), acceptance).default({}),
  trivial: z.record(z.string(), z.array(hash)).default({}),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Splits a file at its fences; `yamlLine` is the line in the file on which the YAML begins. */
export function splitFrontMatter(text: string): { yaml: string; body: string; yamlLine: number } | undefined {
  const match = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text);
  return match ? { yaml: match[1] ?? '', body: text.slice(match[0].length), yamlLine: 2 } : undefined;
}

/** Reads YAML 1.2 by the core schema, where `no` and `2026-11-14` stay text. Faults name the line in the file. */
export function parseFrontMatter(file: string, text: string): { value?: FrontMatter; faults: Fault[] } {
  const split = splitFrontMatter(text);
  const fault = (line: number, message: string): Fault => ({ file, line, code: 'front-matter', message });
  if (!split) return { faults: [fault(1, 'the file must begin with front matter between two lines of ---')] };
  const lines = new LineCounter();
  const document = parseDocument(split.yaml, { schema: 'core', version: '1.2', lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + split.yamlLine - 1;
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return { faults: broken.map((error) => fault(lineAt(error.pos[0]), error.message.split('\n')[0] ?? error.code)) };
  }
  const read = frontMatterSchema.safeParse(document.toJS());
  if (read.success) return { value: read.data, faults: [] };
  return {
    faults: read.error.issues.map((issue) => {
      const path = issue.path.filter((key) => typeof key !== 'symbol');
      const keyed = issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
      return fault(lineAt(offsetOf(document.getIn(keyed, true))), `${keyed.join('.')}: ${issue.message}`);
    }),
  };
}

function offsetOf(node: unknown): number {
  const range = node && typeof node === 'object' && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}
