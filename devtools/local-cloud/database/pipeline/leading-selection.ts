/** The first stages of a pipeline as one selection of the collection, so that an index serves them. */
import type { Document } from '../../kernel/values';
import type { Query } from '../index/constraints';
import type { SortSpec } from '../index/planner';
import type { Stage, Variables } from './stage';

export interface LeadingSelection {
  readonly conjuncts: readonly Query[];
  readonly sort: SortSpec;
  readonly skip: number;
  readonly limit: number;
  /** Tests the selection cannot make; they come before the remaining stages. */
  readonly residuals: readonly ((document: Document) => boolean)[];
  readonly remaining: readonly Stage[];
}

/** No more than this many documents can be asked for by the stages, as far as each gives one for one. */
export function wantedBy(stages: readonly Stage[]): number {
  let skipped = 0;
  let wanted = Infinity;
  for (const { leading, isOneToOne } of stages) {
    if (leading?.kind === 'limit') wanted = Math.min(wanted, skipped + leading.count);
    else if (leading?.kind === 'skip') skipped += leading.count;
    else if (isOneToOne !== true) break;
  }
  return wanted;
}

/** A $match behind a $sort may come before it; behind a $limit or a computed field it may not. */
export function leadingSelection(stages: readonly Stage[], variables: Variables): LeadingSelection {
  const conjuncts: Query[] = [];
  const residuals: ((document: Document) => boolean)[] = [];
  let sort: SortSpec = [];
  let used = 0;
  for (const { leading } of stages) {
    if (leading?.kind === 'match') {
      conjuncts.push(...leading.conjuncts(variables));
      const { residual } = leading;
      if (residual !== undefined) residuals.push((document) => residual(document, variables));
    } else if (leading?.kind === 'sort' && sort.length === 0) {
      sort = leading.pattern;
    } else break;
    used += 1;
  }
  if (residuals.length > 0) return { conjuncts, sort, skip: 0, limit: Infinity, residuals, remaining: stages.slice(used) };
  let skip = 0;
  let limit = Infinity;
  for (const { leading } of stages.slice(used)) {
    if (leading?.kind === 'limit') limit = Math.min(limit, leading.count);
    else if (leading?.kind === 'skip') {
      skip += leading.count;
      limit = Math.max(0, limit - leading.count);
    } else break;
    used += 1;
  }
  return { conjuncts, sort, skip, limit: Math.min(limit, wantedBy(stages.slice(used))), residuals, remaining: stages.slice(used) };
}
