/** The paths of one update as a tree, which finds those that get in each other's way. As in mongo/db/update/update_object_node.cpp. */
import { writeRefused } from '../../kernel/cloud-error';

type Kind = 'object' | 'array' | 'leaf';

interface Node {
  readonly kind: Kind;
  readonly children: Map<string, Node>;
}

const newNode = (kind: Kind): Node => ({ kind, children: new Map() });

/** The identifier in `$[identifier]`, empty for `$[]`; undefined for any other part. */
export const identifierOf = (part: string): string | undefined => (/^\$\[.*\]$/.test(part) ? part.slice(2, -1) : undefined);

/** No array filters can come through the SDK, so only `$[]` is possible. */
function assertIdentifier(part: string, position: number, path: string): void {
  const identifier = identifierOf(part);
  if (identifier === undefined) return;
  if (position === 0) throw writeRefused(`Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`);
  if (identifier !== '') throw writeRefused(`No array filter found for identifier '${identifier}' in path '${path}'`);
}

export class PathTree {
  private readonly root = newNode('object');

  /** Takes a path in, or refuses it: another one ends on its way, at it, or beyond it, or treats a list in another way. */
  add(parts: readonly string[]): void {
    const path = parts.join('.');
    const conflictAt = (length: number): Error =>
      writeRefused(`Updating the path '${path}' would create a conflict at '${parts.slice(0, length).join('.')}'`);
    let node = this.root;
    for (const [i, part] of parts.entries()) {
      assertIdentifier(part, i, path);
      const known = node.children.get(part);
      const next = parts[i + 1];
      const kind: Kind = next === undefined ? 'leaf' : identifierOf(next) === undefined ? 'object' : 'array';
      if (known !== undefined && (kind === 'leaf' || known.kind !== kind)) throw conflictAt(i + 1);
      const child = known ?? newNode(kind);
      node.children.set(part, child);
      node = child;
    }
  }
}
