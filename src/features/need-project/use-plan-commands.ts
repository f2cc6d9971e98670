import type { ApiContract } from '@contract';
import type { ApiFailure } from '@/lib/api-failure';
import { useApiCommand } from '@/lib/use-api-command';
import { invalidateRoutes } from '@/lib/use-api';
import { PLAN_STALE } from './need-stale';

type Input<R extends 'needPlan.merge' | 'needPlan.split' | 'needPlan.move'> = ApiContract[R]['input'];

/** The steps on a bundling as one: whether one is under way, and why the last did not go through. */
export interface PlanCommands {
  readonly merge: (input: Input<'needPlan.merge'>) => Promise<boolean>;
  readonly split: (input: Input<'needPlan.split'>) => Promise<boolean>;
  readonly move: (input: Input<'needPlan.move'>) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  readonly clear: () => void;
}

/** Whoever was too late sees what stands now: the reads are asked again also where a step was refused. */
const ran = async (answer: Promise<unknown>): Promise<boolean> => {
  const isDone = (await answer) !== null;
  if (!isDone) await invalidateRoutes(PLAN_STALE);
  return isDone;
};

export function usePlanCommands(planId: string): PlanCommands {
  const options = { about: planId, invalidates: PLAN_STALE };
  const [merge, split, move] = [useApiCommand('needPlan.merge', options), useApiCommand('needPlan.split', options), useApiCommand('needPlan.move', options)];
  return {
    merge: (input) => ran(merge.run(input)),
    split: (input) => ran(split.run(input)),
    move: (input) => ran(move.run(input)),
    isBusy: merge.isBusy || split.isBusy || move.isBusy,
    failure: merge.failure ?? split.failure ?? move.failure,
    clear: () => { merge.clear(); split.clear(); move.clear(); },
  };
}
