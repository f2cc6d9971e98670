import { scrub, type Scrub } from '../kernel/scrub';

type Row = Readonly<Record<string, unknown>>;

/** Fields that hold somebody's name, beside the field with their id: `reviewerName` beside `reviewerId`. */
const NAME_FIELD = /^(.*)Name$/;
const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whose name a field is, where the document says so; undefined where it does not. */
const ownerOf = (field: string, row: Row, key: string): unknown => {
  const stem = NAME_FIELD.exec(field)?.[1];
  if (stem !== undefined) return row[`${stem}Id`];
  if (field !== 'name') return undefined;
  if ('memberId' in row) return row.memberId;
  return row.personId ?? row.byId ?? (/^m_/.test(key) ? key.split('_').slice(0, 2).join('_') : undefined);
};

const isOf = (owner: unknown, memberId: string): boolean => owner === undefined || owner === memberId;

/** Pure: the texts of one document in which somebody stands by name, by path, as they are to be without it. Of two people of the same name the other one keeps theirs. */
const textsWithout = (value: unknown, path: string, key: string, memberId: string, names: readonly Scrub[]): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') {
    const after = scrub(value, names);
    return after === value ? [] : [[path, after]];
  }
  const under = (field: string): string => (path === '' ? field : `${path}.${field}`);
  if (Array.isArray(value)) return value.flatMap((each, index) => textsWithout(each, under(String(index)), String(index), memberId, names));
  if (!isRow(value)) return [];
  return Object.entries(value).flatMap(([field, each]) => (isOf(ownerOf(field, value, key), memberId) ? textsWithout(each, under(field), field, memberId, names) : []));
};

/** Pure: whether a document knows somebody at all, by the id that names nobody. */
export const knows = (document: Row, memberId: string): boolean => JSON.stringify(document).includes(memberId);

/** Pure: what changes in a document when somebody's name leaves it; empty when nothing does. */
export const withoutPerson = (document: Row, memberId: string, names: readonly Scrub[]): Readonly<Record<string, string>> => Object.fromEntries(textsWithout(document, '', '', memberId, names));
