import type { NeedProjectFigures, NeedProjectPlanInput, NeedProjectState, WishCategory } from '@contract';
import { bornWith, type OutboxEvent } from '../aggregate/aggregate';
import type { OutcomeOf } from '../aggregate/change';
import { byClock, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { DAY_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';

/** What waited for its owner or for staff when something happened, so that it is put away. */
export interface ProjectAsked {
  readonly ownerId: string;
  readonly askedAtMs: number | null;
  readonly taskAtMs: number | null;
}

export type NeedProjectEvent = OutboxEvent &
  (
    | { readonly kind: 'projectOpened' | 'projectDue' | 'projectLate' | 'projectCounting' | 'projectCounted' | 'projectMet' | 'projectHeard' }
    | { readonly kind: 'projectSaved' | 'projectPlanned' | 'projectRunning' | 'projectEnded' | 'projectTaken' | 'projectConsulted'; readonly asked: ProjectAsked }
  );

export type NeedProjectOutcome = OutcomeOf<NeedProjectEvent>;

/** Whose a need is, as a number good in this project only, and where, as an index of `places`. */
export type ProjectNeed = readonly [person: number, place: number];

/** One project (需求项目): the needs of a bundle, the plan, its owner and the day by which it must go on. */
export interface NeedProject extends Versioned<NeedProjectEvent> {
  readonly state: NeedProjectState;
  readonly planId: string;
  readonly bundleId: number;
  readonly communityId: string;
  readonly communityName: string;
  readonly areaIds: readonly string[];
  readonly category: WishCategory;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly places: readonly { readonly areaId: string; readonly name: string }[];
  readonly needs: Readonly<Record<string, ProjectNeed>>;
  /** People and needs by what became of them, as last counted. */
  readonly personCount: number;
  readonly figures: NeedProjectFigures;
  readonly countAtMs: number;
  /** Everything was met or gone and its owner heard of it. */
  readonly metToldAtMs: number | null;
  readonly plan: NeedProjectPlanInput;
  /** Counts every writing of the plan: whoever read an older one does not write over it. */
  readonly planVersion: number;
  readonly note: string;
  /** The latest consultation of its neighbours, how many there were, and whether it waits for that one. */
  readonly consultId: string | null;
  readonly consults: number;
  readonly isConsulting: boolean;
  /** Until when they may speak, and until when nobody asks it to go on because of them; 0 before the first. */
  readonly consultEndsAtMs: number;
  readonly consultUntilMs: number;
  /** By then it must go on; null once it ended. */
  readonly dueAtMs: number | null;
  readonly askedAtMs: number | null;
  readonly taskAtMs: number | null;
  /** Where it stands on lists: the day it is due; ended, the last first. */
  readonly shelfPlace: number;
  readonly isLive: boolean;
  readonly startedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

const NEVER_ASKED = { consultId: null, consults: 0, isConsulting: false, consultEndsAtMs: 0, consultUntilMs: 0 } as const;

/** Projects stored before neighbours could be asked never asked them. */
export const projectAsStored = (stored: NeedProject): NeedProject => ({ ...NEVER_ASKED, ...stored });

/** A bundle is one project, however often it is opened. */
export const projectIdOf = (planId: string, bundleId: number): string => deriveId('nj', planId, String(bundleId));

export type OpenedParts = Pick<NeedProject, 'planId' | 'bundleId' | 'communityId' | 'communityName' | 'areaIds' | 'category' | 'ownerId' | 'ownerName' | 'places' | 'needs' | 'personCount' | 'figures' | 'plan'>;

export const newNeedProject = (parts: OpenedParts, atMs: number): NeedProject => {
  const _id = projectIdOf(parts.planId, parts.bundleId);
  const dueAtMs = atMs + RULES.needProject.planMs;
  return {
    _id, state: 'draft', ...parts,
    countAtMs: atMs + RULES.needProject.countMs, metToldAtMs: null, planVersion: 1, note: '', ...NEVER_ASKED, dueAtMs, askedAtMs: null, taskAtMs: null, shelfPlace: dueAtMs, isLive: true,
    startedAtMs: null, endedAtMs: null, createdAtMs: atMs, updatedAtMs: atMs,
    version: 1, steps: {},
    ...bornWith<NeedProjectEvent>({ kind: 'projectOpened', ...byClock(_id, 'opened', '', atMs) }),
  };
};

const WEEK_DAYS = 7;

/** The last week that a plan names. */
export const weeksOf = ({ steps }: Pick<NeedProjectPlanInput, 'steps'>): number => Math.max(1, ...steps.map(({ week }) => week));

/** The day by which a project of this state and plan must go on. */
export const dueOf = (project: Pick<NeedProject, 'state' | 'plan' | 'createdAtMs' | 'startedAtMs' | 'consultUntilMs'>): number | null => {
  switch (project.state) {
    case 'draft':
      return Math.max(project.createdAtMs + RULES.needProject.planMs, project.consultUntilMs);
    case 'planned':
      return (project.plan.firstDayMs ?? project.createdAtMs) + RULES.needProject.startGraceMs;
    case 'running':
      return (project.startedAtMs ?? project.createdAtMs) + weeksOf(project.plan) * WEEK_DAYS * DAY_MS + RULES.needProject.endGraceMs;
    case 'done':
    case 'cancelled':
      return null;
  }
};

export const isLiveProject = ({ state }: Pick<NeedProject, 'state'>): boolean => state !== 'done' && state !== 'cancelled';

/** What must hold at every moment. */
export const isNeedProjectCoherent = (project: NeedProject): boolean =>
  project.isLive === isLiveProject(project) &&
  project.isLive === (project.dueAtMs !== null) &&
  project.isLive === (project.endedAtMs === null) &&
  (project.state !== 'running' || project.startedAtMs !== null) &&
  (project.state !== 'planned' || project.plan.firstDayMs !== null) &&
  (!project.isConsulting || (project.state === 'draft' && project.consultId !== null)) &&
  (project.taskAtMs === null || project.askedAtMs !== null) &&
  Object.values(project.figures).reduce((sum, count) => sum + count, 0) === Object.keys(project.needs).length &&
  Object.keys(project.outbox).length === project.pendingEvents &&
  Object.keys(project.steps).length <= STEPS_MAX;
