/**
 * `npm run routes`: every call a person can make. Plain: a table to read; `--json`: an array for tools, each route with
 * its function, whether it changes something, who may call, its budget of database requests, and its input as JSON Schema.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { ROUTES, type Access, type RouteDefinition } from '../types/contract';

interface RouteLine {
  readonly name: string;
  readonly function: 'api';
  readonly mutating: boolean;
  readonly access: Access;
  readonly requestBudget: number;
  readonly quota: string | null;
  readonly input: object;
}

/** Trimming and changing case say nothing about what may be sent; a server repeats every check anyway. */
const inputSchemaOf = (schema: GenericSchema): object => toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });

/** Every route, in the order of the contract. */
export const describeRoutes = (): readonly RouteLine[] =>
  Object.entries(ROUTES as Readonly<Record<string, RouteDefinition>>).map(([name, route]) => ({
    name,
    function: 'api',
    mutating: route.mutating,
    access: route.access,
    requestBudget: route.requestBudget,
    quota: route.quota ?? null,
    input: inputSchemaOf(route.input as GenericSchema),
  }));

const accessText = (access: Access): string => (typeof access === 'string' ? access : access.roles.join(', '));

const table = (lines: readonly RouteLine[]): string => {
  const rows = [['route', 'function', 'changes', 'requests', 'access'], ...lines.map((line) => [line.name, line.function, line.mutating ? 'yes' : '', String(line.requestBudget), accessText(line.access)])];
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
};

if (require.main === module) {
  const lines = describeRoutes();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(lines, null, 2) : table(lines)}\n`);
}
