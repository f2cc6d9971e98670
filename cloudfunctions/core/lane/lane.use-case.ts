import { LANES, type ApiContract, type Lane, type LaneView } from '@contract';
import type { OutcomeOf } from '../aggregate/change';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { fail, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { memberRepository } from '../member/member.repository';
import type { MemberContext } from '../platform/context';
import { checkWords } from '../shift/words-check.use-case';
import { decideClose, decideConfirm, decideRecord } from './change-lane';
import { LANE_KIND } from './lane-kind';
import { laneRecordOf, laneSettingId, mayKeepLanes, newLaneSetting, newShutLane, type LaneEvent, type LaneRecord, type LaneSetting } from './lane-setting';
import { laneView } from './lane-view';
import { groundFor, laneRepository, laneSettingsOn } from './lane.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const assertKeeper = (member: Member, areaId: string): void => {
  if (!mayKeepLanes(member, areaId)) fail('OUT_OF_AREA');
};

const placeOf = async (areaId: string): Promise<{ readonly _id: string; readonly name: string }> => (await findArea(areaId)) ?? fail('NOT_FOUND');

/** Refuses OUT_OF_AREA, NOT_FOUND. */
export const listLanes = async ({ member }: MemberContext, input: Parsed<'lane.list'>): Promise<readonly LaneView[]> => {
  const areaId = input.areaId ?? member.roles.find((held) => mayKeepLanes({ roles: [held] }, held.areaId))?.areaId ?? fail('OUT_OF_AREA');
  assertKeeper(member, areaId);
  const [area, settings] = await Promise.all([placeOf(areaId), laneSettingsOn(areaId, LANES)]);
  return LANES.map((lane) => laneView(lane, { areaId, areaName: area.name }, settings, member));
};

interface LaneAct {
  /** What a node without a setting begins with; null: it must have one. */
  readonly begin: ((area: { readonly _id: string; readonly name: string }) => LaneSetting) | null;
  readonly decide: (setting: LaneSetting) => Result<OutcomeOf<LaneEvent>>;
}

/** One act on a lane at a node, inserted where it is the first there. */
const actOnLane = async (context: MemberContext, areaId: string, lane: Lane, { begin, decide }: LaneAct): Promise<LaneView> => {
  assertKeeper(context.member, areaId);
  const onPath = await laneSettingsOn(areaId, [lane]);
  const viewOf = (setting: LaneSetting): LaneView => laneView(lane, setting, [...onPath.filter(({ _id }) => _id !== setting._id), setting], context.member);
  const settingId = laneSettingId(areaId, lane);
  if (!onPath.some(({ _id }) => _id === settingId)) {
    const setting = begin === null ? fail('LANE_CHANGED') : begin(await placeOf(areaId));
    if ((await laneRepository.insert(setting)) === 'inserted') {
      await settleAfterCommand(LANE_KIND, setting._id, context.nowMs, context.requestId);
      return viewOf(setting);
    }
  }
  return viewOf(await changeAggregate(LANE_KIND, context, settingId, decide));
};

/** Refuses PERSON_NOT_FOUND. */
const agentOf = async (code: string | null): Promise<LaneRecord['accountingAgent']> => {
  if (code === null) return null;
  const found = (await memberRepository.findByCode(code)) ?? fail('PERSON_NOT_FOUND', { fields: { accountingAgentCode: '没找到这个编号' } });
  return { memberId: found._id, name: found.displayName };
};

const wordsIn = ({ groundText, documentNo, responsibleName, collector }: Parsed<'lane.record'>): readonly string[] => [
  groundText, documentNo, responsibleName, collector?.entityName ?? '', collector?.kind === 'cash' ? collector.keeperName : '',
];

/** Refuses OUT_OF_AREA, NOT_FOUND, BAD_INPUT (a check still to come), PERSON_NOT_FOUND, TEXT_RISKY, OPERATION_REUSED, BUSY. */
export const recordLane = async (context: MemberContext, input: Parsed<'lane.record'>): Promise<LaneView> => {
  assertKeeper(context.member, input.areaId);
  if (input.lawyerCheckedAtMs > context.nowMs) fail('BAD_INPUT', { fields: { lawyerCheckedAtMs: '律师看过的日子不能在以后' } });
  await checkWords(context, wordsIn(input), 'groundText');
  const record = laneRecordOf(input, await agentOf(input.accountingAgentCode), context.member, context.nowMs);
  const step = stepOf(context, input);
  return actOnLane(context, input.areaId, input.lane, {
    begin: (area) => newLaneSetting(input.lane, area, record, context.member, step),
    decide: (setting) => decideRecord(setting, record, context.member, step),
  });
};

/** Refuses OUT_OF_AREA, LANE_CHANGED, LANE_OWN_RECORD, OPERATION_REUSED, BUSY. */
export const confirmLane = (context: MemberContext, input: Parsed<'lane.confirm'>): Promise<LaneView> =>
  actOnLane(context, input.areaId, input.lane, { begin: null, decide: (setting) => decideConfirm(setting, input.version, context.member, stepOf(context, input)) });

/** Refuses OUT_OF_AREA, NOT_FOUND, LANE_CHANGED, TEXT_RISKY, OPERATION_REUSED, BUSY. */
export const closeLane = async (context: MemberContext, input: Parsed<'lane.close'>): Promise<LaneView> => {
  assertKeeper(context.member, input.areaId);
  await checkWords(context, [input.reason], 'reason');
  const step = stepOf(context, input);
  return actOnLane(context, input.areaId, input.lane, {
    begin: (area) => newShutLane(input.lane, area, input.reason, context.member, step),
    decide: (setting) => decideClose(setting, input.reason, context.member, step),
  });
};

/** That a lane is open is no secret: every campaign in it says so. */
export const isLaneOpen = async ({ member }: MemberContext, { areaId, lane }: ApiContract['lane.isOpen']['parsed']): Promise<{ readonly isOpen: boolean }> => ({ isOpen: (await groundFor(areaId ?? member.communityId, lane)) !== null });
