import { existsSync, readFileSync } from 'node:fs';
import { PROTOCOL } from './saas-protocol';

type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};

/** Sent by the service itself, though its description leaves it out. */
const UNDESCRIBED = ['lastModified'];
const FILE = '../shared/saasapi.v2.json';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const schemas: Readonly<Record<string, Schema>> = existsSync(FILE)
  ? JSON.parse(readFileSync(FILE, 'utf8')).components.schemas
  : {};

/** Where a value departs from the protocol, and from its publisher's own description where that is at hand. */
export function faultsOf(name: keyof typeof PROTOCOL, value: unknown): string[] {
  const { error } = PROTOCOL[name].safeParse(value);
  const own = error?.issues.map(({ path, message }) => `${[name, ...path].map(String).join('.')}: ${message}`) ?? [];
  return [...own, ...(name in schemas ? check({ $ref: name }, value, name) : [])];
}

function check(schema: Schema, value: unknown, at: string): string[] {
  const referred = schema.$ref === undefined ? undefined : schemas[schema.$ref.replace(/^.*\//, '')];
  if (referred) return check(referred, value, at);
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is not one of ${schema.enum.join(', ')}`];
  if (Array.isArray(value) && schema.items) {
    const { items } = schema;
    return value.flatMap((item, index) => check(items, item, `${at}[${index}]`));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, held]) => {
      const inside = schema.properties?.[key];
      if (inside) return check(inside, held, `${at}.${key}`);
      return UNDESCRIBED.includes(key) ? [] : [`${at}.${key} is unknown`];
    });
  }
  return isOfType(schema, value) ? [] : [`${at} is no ${schema.format ?? schema.type}`];
}

function isOfType({ type, format }: Schema, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type !== 'string') return type === undefined || typeof value === type;
  if (typeof value !== 'string') return false;
  if (format === 'uuid') return UUID.test(value);
  return format !== 'date-time' || DATE_TIME.test(value);
}
