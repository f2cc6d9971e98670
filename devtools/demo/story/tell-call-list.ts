import { NEVER_MS } from '../../../cloudfunctions/core/aggregate/aggregate';
import { alignedCallee, decideCalled, memberReader, needsCall, paperReader, type Callee, type CalleeReader } from '../../../cloudfunctions/core/call-list/callee';
import { HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import { isPersonId } from '../../../cloudfunctions/core/person/person-id';
import { CAST } from '../community/cast';
import { at, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { Stage } from './stage';

/** Beside the old, so many at home read no message; everybody else looked in the meantime. */
const OTHERS_AT_HOME = 2;

const readerOf = ({ town }: Stage, partyId: string): CalleeReader | null => {
  if (isPersonId(partyId)) return paperReader(town.persons.documents.get(partyId) ?? null);
  const member = town.members.get(partyId);
  return member === undefined || member.roles.length > 0 ? null : memberReader(member);
};

/** Who at home stands on the list this morning, in its order. */
const calleesAtHome = (stage: Stage, lines: readonly Notice[]): readonly Callee[] => {
  const inCast = new Set<string>(CAST.map(({ openid }) => openid));
  const cast = new Set(stage.people.members.filter(({ openid }) => inCast.has(openid)).map(({ _id }) => _id));
  const partyIds = [...new Set(lines.map(({ memberId }) => memberId))].filter((partyId) => !cast.has(partyId));
  const all = partyIds.flatMap((partyId) => {
    const reader = readerOf(stage, partyId);
    const callee = reader === null || !reader.areaIds.includes(HOME_COMMUNITY) ? null : alignedCallee(null, reader, lines.filter(({ memberId }) => memberId === partyId), DEMO_NOW_MS);
    return callee ?? [];
  });
  const sorted = all.sort((a, b) => (a.place < b.place ? -1 : 1));
  return [...sorted.filter(({ rank }) => rank === 0), ...sorted.filter(({ rank }) => rank > 0).slice(0, OTHERS_AT_HOME)];
};

/** Yesterday nobody answered; this morning they are there again. */
const calledYesterday = (callee: Callee, byId: string): Callee => {
  const decided = decideCalled(callee, 0, 'noAnswer', { actorId: byId, operationId: 'demo-call-yesterday', inputHash: 'demo-call', nowMs: at('2026-11-19', '16:20') });
  if (!decided.ok || decided.value.kind === 'replay') throw new Error('nobody could call');
  return { ...callee, ...decided.value.called, state: 'waiting', wakeAtMs: callee.wakeAtMs };
};

/** Whom no message reached: the timer looked this morning, and staff called one of them yesterday. */
export function tellCallList(stage: Stage): void {
  const { town } = stage;
  const looked = [...town.notices.values()].filter(({ wakeAtMs = NEVER_MS }) => wakeAtMs <= DEMO_NOW_MS);
  const callees = calleesAtHome(stage, looked.filter((notice) => needsCall(notice, new Set(), DEMO_NOW_MS)));
  const last = callees.at(-1);
  for (const callee of callees) town.callees.set(callee._id, callee === last ? calledYesterday(callee, stage.people.cast('heJing')._id) : callee);
  const onList = new Set(callees.flatMap(({ noticeIds }) => noticeIds));
  for (const notice of looked) {
    const isSeen = !onList.has(notice._id) && notice.readAtMs === null && !isPersonId(notice.memberId);
    town.notices.set(notice._id, { ...notice, wakeAtMs: NEVER_MS, readAtMs: isSeen ? notice.createdAtMs + 2 * HOUR_MS : notice.readAtMs });
  }
}
