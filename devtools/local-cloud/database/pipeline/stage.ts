/** What a stage of an aggregation pipeline is once compiled, and what it runs in. */
import type { Document } from '../../kernel/values';
import type { ReadCost } from '../index/select';
import type { Query } from '../index/constraints';
import type { SortSpec } from '../index/planner';
import type { Store } from '../store';

export type Variables = Readonly<Record<string, unknown>>;

/** Known while compiling. */
export interface CompileContext {
  readonly nowMs: number;
  /** Names bound around this pipeline by `let` of a $lookup. */
  readonly variables: readonly string[];
  /** Where the pipeline stands; some stages are refused in some places. */
  readonly place: 'collection' | 'lookup' | 'facet' | 'union';
  /** Compiles a pipeline inside this one; what is not named stays as here. */
  readonly compile: (pipeline: unknown, inner: Partial<Pick<CompileContext, 'place' | 'variables'>>) => readonly Stage[];
}

/** Known while running. */
export interface Run {
  readonly store: Pick<Store, 'find'>;
  readonly nowMs: number;
  readonly allowScans: boolean;
  readonly cost: ReadCost;
  /** Values of the names in `CompileContext.variables`. */
  readonly variables: Variables;
}

/** What a leading stage asks of the collection, so that an index can serve it. */
export type Leading =
  | {
      readonly kind: 'match';
      /** Conditions an index may use; every document that matches meets them. */
      readonly conjuncts: (variables: Variables) => readonly Query[];
      /** What the conditions leave untested, if anything. */
      readonly residual: ((document: Document, variables: Variables) => boolean) | undefined;
    }
  | { readonly kind: 'sort'; readonly pattern: SortSpec }
  | { readonly kind: 'limit' | 'skip'; readonly count: number };

export interface Stage {
  readonly name: string;
  readonly run: (documents: Iterable<Document>, run: Run) => Iterable<Document>;
  readonly leading?: Leading;
  /** Gives one document for each it takes, in order: a limit behind it may be applied before it. */
  readonly isOneToOne?: boolean;
  /** The same stage when no more than so many of its documents are taken: it need not hold the others. */
  readonly bounded?: (wanted: number) => Stage;
  /** Takes its documents from the collection itself; only possible as the first stage. */
  readonly source?: (collectionName: string, run: Run) => Iterable<Document>;
}

/** Compiles the operand of a stage; some names stand for several stages ($count, $sortByCount). */
export type StageCompiler = (operand: unknown, context: CompileContext) => readonly Stage[];
