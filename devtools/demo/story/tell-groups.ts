import type { ShareItemKind, ShareNumbers } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { newGroup } from '../../../cloudfunctions/core/group/group';
import { deriveId, keyedId } from '../../../cloudfunctions/core/kernel/ids';
import { newShareCode, REACHED, shareCodeIdOf, type Reached } from '../../../cloudfunctions/core/share/share-code';
import { localEnvironment } from '../community/build-member';
import { daysBefore, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { Stage } from './stage';

const secret = localEnvironment.LINYUAN_ID_SECRET ?? '';
const HOUR_MS = 3_600_000;

/** How many came of a thing, by how far they got. */
const NUMBERS: readonly ShareNumbers[] = [
  { opened: 46, signedUp: 3, attended: 2, completed: 2 },
  { opened: 31, signedUp: 1, attended: 0, completed: 0 },
];
const SHIFT_NUMBERS: ShareNumbers = { opened: 64, signedUp: 7, attended: 0, completed: 0 };
const CAMPAIGN_NUMBERS: ShareNumbers = { opened: 52, signedUp: 5, attended: 4, completed: 4 };

const reachedBy = (index: number, { signedUp, attended, completed }: ShareNumbers): Reached =>
  index < completed ? REACHED.completed : index < attended ? REACHED.attended : index < signedUp ? REACHED.signedUp : REACHED.opened;

/** A code with its numbers and the opens that they count; who it was is nobody of the cast. */
const bring = ({ town }: Stage, groupId: string, itemKind: ShareItemKind, itemId: string, numbers: ShareNumbers, days: number): void => {
  const code = shareCodeIdOf(secret, groupId, itemKind, itemId, 0);
  const madeAtMs = daysBefore(days);
  town.grouped.codes.set(code, { ...newShareCode(code, groupId, itemKind, itemId, madeAtMs), numbers, countedAtMs: DEMO_NOW_MS - HOUR_MS, notedAtMs: DEMO_NOW_MS - 2 * HOUR_MS });
  for (let index = 0; index < numbers.opened; index += 1) {
    const _id = deriveId('so', 'demo', code, String(index));
    town.grouped.opens.set(_id, { _id, codeId: code, personId: null, itemId, reached: reachedBy(index, numbers), openedAtMs: madeAtMs + index * HOUR_MS });
  }
};

/** 方姐 bound her group a while ago and brought two wishes, a shift and a campaign there. */
export function tellGroups(stage: Stage): void {
  const { town, people } = stage;
  const owner = town.member(people.cast('fangJie')._id);
  const step: Step = { actorId: owner._id, operationId: deriveId('op', 'demo', 'group', owner._id), inputHash: 'demo', nowMs: daysBefore(24) };
  const groupId = keyedId('g', secret, 'wechat', 'tDemoGroupMaple');
  const held = owner.roles.find(({ role }) => role === 'groupOwner');
  if (held === undefined) throw new Error('the demo has no group owner');
  const place = { areaId: held.areaId, areaName: held.areaName, communityId: HOME_COMMUNITY, communityName: owner.communityName };
  town.grouped.groups.insert(newGroup(groupId, { name: '枫林里邻居群', ...place }, 'wechat', owner, step), step.nowMs);
  const shown = [...town.wishes.values()].filter(({ communityId, wallState }) => communityId === HOME_COMMUNITY && (wallState === 'done' || wallState === 'claimable'));
  const wishes = [shown.find(({ wallState }) => wallState === 'done'), shown.find(({ wallState }) => wallState === 'claimable')];
  wishes.forEach((wish, index) => {
    const numbers = NUMBERS[index];
    if (wish !== undefined && numbers !== undefined) bring(stage, groupId, 'wish', wish._id, numbers, 9 - 4 * index);
  });
  const shift = [...town.doings.shifts.documents.values()].find(({ state, areaIds }) => state === 'open' && areaIds.includes(HOME_COMMUNITY));
  if (shift !== undefined) bring(stage, groupId, 'shift', shift._id, SHIFT_NUMBERS, 3);
  const campaign = [...town.campaigning.campaigns.documents.values()].find(({ state, communityId }) => state === 'open' && communityId === HOME_COMMUNITY);
  if (campaign !== undefined) bring(stage, groupId, 'mutual', campaign._id, CAMPAIGN_NUMBERS, 6);
}
