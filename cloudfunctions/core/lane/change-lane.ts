import type { OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { mayKeepLanes, withStep, type LaneEvent, type LaneRecord, type LaneSetting } from './lane-setting';

type Outcome = Result<OutcomeOf<LaneEvent>>;

const beginAct = (setting: LaneSetting, member: Member, step: Step): Outcome | null => (mayKeepLanes(member, setting.areaId) ? knownStep(setting.steps, step) : refuse('OUT_OF_AREA'));

const waited = ({ proposed }: LaneSetting): { readonly waitedSinceMs: number | null } => ({ waitedSinceMs: proposed?.recordedAtMs ?? null });

/** What waited before is replaced; what is in force stays. Refusals: OUT_OF_AREA, OPERATION_REUSED. */
export const decideRecord = (setting: LaneSetting, proposed: LaneRecord, member: Member, step: Step): Outcome => {
  const begun = beginAct(setting, member, step);
  if (begun !== null) return begun;
  const history = withStep(setting.history, { kind: 'recorded', byName: member.displayName, atMs: step.nowMs, note: proposed.documentNo });
  return accept(versionChanged<LaneEvent>(setting, step, { proposed, history }, { kind: 'recorded', ...waited(setting), ...bySomebody(step) }));
};

/** By another than whoever recorded it, of the version they read. Refusals: OUT_OF_AREA, LANE_CHANGED, LANE_OWN_RECORD, OPERATION_REUSED. */
export const decideConfirm = (setting: LaneSetting, version: number, member: Member, step: Step): Outcome => {
  const begun = beginAct(setting, member, step);
  if (begun !== null) return begun;
  const { proposed } = setting;
  if (proposed === null || setting.version !== version) return refuse('LANE_CHANGED');
  if (proposed.recordedById === member._id) return refuse('LANE_OWN_RECORD');
  const record: LaneRecord = { ...proposed, confirmed: { byId: member._id, byName: member.displayName, atMs: step.nowMs } };
  const history = withStep(setting.history, { kind: 'confirmed', byName: member.displayName, atMs: step.nowMs, note: record.documentNo });
  return accept(versionChanged<LaneEvent>(setting, step, { state: 'open', record, proposed: null, history }, { kind: 'confirmed', ...waited(setting), ...bySomebody(step) }));
};

/** One alone may stop it; what waited is dropped too. Refusals: OUT_OF_AREA, LANE_CHANGED, OPERATION_REUSED. */
export const decideClose = (setting: LaneSetting, reason: string, member: Member, step: Step): Outcome => {
  const begun = beginAct(setting, member, step);
  if (begun !== null) return begun;
  if (setting.state === 'closed' && setting.proposed === null) return refuse('LANE_CHANGED', { message: '这条路已经关着了。' });
  const history = withStep(setting.history, { kind: 'closed', byName: member.displayName, atMs: step.nowMs, note: reason });
  return accept(versionChanged<LaneEvent>(setting, step, { state: 'closed', record: null, proposed: null, history }, { kind: 'closed', wasOpen: setting.state === 'open', ...waited(setting), ...bySomebody(step) }));
};
