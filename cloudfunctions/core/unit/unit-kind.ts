import { UNIT_KIND_LABEL, type NoticeTarget } from '@contract';
import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { closedByClock } from './change-unit';
import type { Unit, UnitEvent } from './unit';

const pageOf = (unit: Unit): NoticeTarget => ({ page: 'unit', wishId: null, claimId: null, subjectId: unit._id });

/** To a person, or to the unit itself: whoever answers for it reads that. */
const tell = (unit: Unit, event: UnitEvent, memberId: string, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: 'hand', target: pageOf(unit), todo: null, atMs: event.atMs,
});

const sync = (unit: Unit, memberId: string | null): readonly Effect[] => (memberId === null ? [] : [{ kind: 'syncParty', unitId: unit._id, memberId }]);

/** Directed gifts of it know who belongs to it. */
const people = ({ _id }: Unit): Effect => ({ kind: 'syncGiverPeople', unitId: _id });

/** Each time it stands without a contact is a task of its own. */
const taskIdOf = (unit: Unit, sinceMs: number): string => deriveId('k', 'unitWithoutContact', unit._id, String(sinceMs));

const closed = (unit: Unit, event: UnitEvent & { readonly endsContactlessMs: number | null }, note: string): readonly Effect[] =>
  event.endsContactlessMs === null ? [] : [{ kind: 'closeTask', taskId: taskIdOf(unit, event.endsContactlessMs), atMs: event.atMs, note }];

const missing = (unit: Unit, event: UnitEvent): Effect => ({
  kind: 'openTask', taskId: taskIdOf(unit, event.atMs), taskKind: 'unitWithoutContact', wishId: null, claimId: null, subjectId: unit._id, assignTo: null, areaIds: unit.areaIds,
  title: unit.name, reasonText: '联系人走了，没有人接', actionText: '找一位联系人', ...dueInWorkingHours(event.atMs, RULES.wish.reviewWorkingHours), atMs: event.atMs,
});

const CAUSE_TEXT = { handedOver: '前一位联系人交给了您', left: '前一位联系人走了，您是先加入的', staff: '社区请您来联系' } as const;

const toldOf = (unit: Unit, event: UnitEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'unitCreated':
      return sync(unit, event.byId);
    case 'deputyJoined':
      return [people(unit), tell(unit, event, unit._id, `${event.name}加入了${unit.name}`, '您不在时，先加入的人会接着联系。')];
    case 'deputyLeft':
      return [people(unit), tell(unit, event, unit._id, `${event.name}离开了${unit.name}`, '想再请一位，把编号读给对方就行。')];
    case 'contactChanged':
      return [
        ...sync(unit, event.fromId),
        ...sync(unit, event.toId),
        people(unit),
        ...closed(unit, event, '有联系人了'),
        tell(unit, event, event.toId, `现在由您联系${unit.name}`, `${CAUSE_TEXT[event.cause]}。没送到的认领和要办的事，都在您这里了。`),
      ];
    case 'contactMissing':
      return [...sync(unit, event.fromId), people(unit), missing(unit, event)];
    case 'joinCodeRenewed':
      return [];
    case 'unitClosed':
      return [
        ...sync(unit, event.fromId),
        ...closed(unit, event, '单位关掉了'),
        ...(event.fromId === null ? [] : [tell(unit, event, event.fromId, `${unit.name}已关掉`, `这个${UNIT_KIND_LABEL[unit.kind]}不再认领新的心愿，谢谢大家。`)]),
      ];
    default: {
      const never: never = event;
      return never;
    }
  }
};

/** What it offers follows its people. */
const effectsOf = (unit: Unit, event: UnitEvent): readonly Effect[] => {
  const isOfPeople = event.kind !== 'unitCreated' && event.kind !== 'joinCodeRenewed';
  return [...toldOf(unit, event), ...(isOfPeople ? [{ kind: 'syncSupplies', unitId: unit._id, atMs: event.atMs } as const] : [])];
};

export const UNIT_KIND: AggregateKind<Unit, UnitEvent> = {
  collection: 'units',
  effectsOf,
  clocksOf: (unit, nowMs) => (unit.contactlessSinceMs === null ? [] : [{ atMs: unit.contactlessSinceMs + RULES.unit.contactlessMs, change: closedByClock(unit, nowMs) }]),
};
