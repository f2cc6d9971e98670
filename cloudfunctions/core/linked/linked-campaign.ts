import type { LinkedFacts, LinkedState } from '@contract';
import { bornWith, type OutboxEvent } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import { bySomebody, stepsWith, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import type { Area } from '../area/area';
import { pathOf } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import type { Member } from '../member/member';
import { LINKED_RULES } from '../linked-rules';

/** `editedAtMs` tells one turn of checking from the next. */
export type LinkedEvent = OutboxEvent &
  ({ readonly kind: 'entered' } | { readonly kind: 'updated'; readonly wasWaiting: boolean; readonly earlierMs: number } | { readonly kind: 'shown' | 'refused'; readonly editedAtMs: number } | { readonly kind: 'mirrored' | 'disclosed' } | { readonly kind: 'ended'; readonly waitedSinceMs: number | null });

export interface Mirrored {
  readonly raisedText: string;
  /** When the platform said so, as whoever read it there noted. */
  readonly raisedAtMs: number;
  readonly source: string;
  readonly byId: string;
}

/** A campaign of a certified charity on a designated platform, told of here. No money of it is ever seen by this program. */
export interface LinkedCampaign extends Versioned<LinkedEvent> {
  readonly state: LinkedState;
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly areaName: string;
  readonly facts: LinkedFacts;
  readonly enteredById: string;
  readonly enteredByName: string;
  /** Whoever wrote what stands now; somebody else checks it. */
  readonly editedById: string;
  readonly editedAtMs: number;
  readonly checkedById: string | null;
  readonly checkedByName: string;
  /** When it was last shown; lists go by it. 0 before. */
  readonly shownAtMs: number;
  readonly mirrored: Mirrored | null;
  readonly disclosures: readonly { readonly title: string; readonly url: string; readonly atMs: number }[];
  readonly note: string;
  readonly inputHash: string;
}

export const linkedIdOf = (operationId: string): string => deriveId('lc', operationId);

/** Pure: entered, waiting for its second look. */
export const newLinkedCampaign = (facts: LinkedFacts, area: Pick<Area, '_id' | 'name'>, member: Member, step: Step): LinkedCampaign => ({
  _id: linkedIdOf(step.operationId), state: 'checking', areaId: area._id, areaIds: pathOf(area._id), areaName: area.name, facts,
  enteredById: member._id, enteredByName: member.displayName, editedById: member._id, editedAtMs: step.nowMs, checkedById: null, checkedByName: '', shownAtMs: 0,
  mirrored: null, disclosures: [], note: '', version: 1, steps: stepsWith({}, step), inputHash: step.inputHash, ...bornWith<LinkedEvent>({ kind: 'entered', ...bySomebody(step) }),
});

/** What must hold at every moment; a false is a defect. */
export const isLinkedCoherent = (campaign: LinkedCampaign): boolean =>
  (!['shown', 'ended'].includes(campaign.state) || (campaign.checkedById !== null && campaign.checkedById !== campaign.editedById && campaign.shownAtMs > 0)) &&
  (campaign.state !== 'checking' || campaign.checkedById === null) &&
  campaign.disclosures.length <= LINKED_RULES.linked.disclosuresMax &&
  Object.keys(campaign.outbox).length === campaign.pendingEvents &&
  Object.keys(campaign.steps).length <= STEPS_MAX;
