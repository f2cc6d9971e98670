/**
 * `npx tsx bench/match-lp.ts <name>` prints an instance of matching as a linear programme (CPLEX LP), which HiGHS and others
 * read: its optimum is the one `TOWNS` records. Bipartite, so the linear optimum is a whole one.
 */
import { TOWNS } from './match-instances';

const [name] = process.argv.slice(2);
const town = TOWNS.find((one) => one.name === name);
if (town === undefined) throw new Error(`no instance ${name ?? ''}: ${TOWNS.map((one) => one.name).join(', ')}`);
const { demandUnits, supplyCapacity, edgeDemand, edgeSupply, edgeWeight } = town.make();

const edgesOf = (nodes: ArrayLike<number>, count: number): readonly (readonly number[])[] => {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (let edge = 0; edge < nodes.length; edge += 1) lists[nodes[edge]!]!.push(edge);
  return lists;
};
const limits = (label: string, nodes: ArrayLike<number>, units: ArrayLike<number>): readonly string[] =>
  edgesOf(nodes, units.length).flatMap((edges, node) => (edges.length === 0 ? [] : [` ${label}${node}: ${edges.map((edge) => `x${edge}`).join(' + ')} <= ${units[node]}`]));

const lines = [
  'Maximize',
  ` worth: ${Array.from(edgeWeight, (weight, edge) => `${weight} x${edge}`).join('\n + ')}`,
  'Subject To',
  ...limits('d', edgeDemand, demandUnits),
  ...limits('s', edgeSupply, supplyCapacity),
  'Bounds',
  ...Array.from(edgeWeight, (_, edge) => ` 0 <= x${edge} <= 1`),
  'End',
];
process.stdout.write(`${lines.join('\n')}\n`);
