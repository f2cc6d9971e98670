import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import type { AuditKind } from '../audit/audit.repository';
import type { Person } from './person';
import type { PersonEvent } from './person-event';

const audit = (person: Person, event: PersonEvent, kind: AuditKind, note: string): Effect => ({
  kind: 'audit',
  line: { auditId: deriveId('a', event.eventId), kind, byId: event.byId, subjectId: person._id, areaIds: person.areaIds, note, atMs: event.atMs },
});

const notice = (event: PersonEvent, memberId: string, title: string, body: string): Effect => ({
  kind: 'notice',
  noticeId: deriveId('n', event.eventId, memberId),
  memberId,
  title,
  body,
  pictureKey: 'hand',
  target: { page: 'me', wishId: null, claimId: null },
  todo: null,
  atMs: event.atMs,
});

const link = (person: Person, memberId: string): Effect => ({ kind: 'personLink', personId: person._id, memberId });

/** Pure: what happens elsewhere because of somebody on paper. */
export const personEffectsOf = (person: Person, event: PersonEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'written':
      return [audit(person, event, 'personWritten', '记下一位没有微信的居民')];
    case 'corrected':
      return [audit(person, event, 'personWritten', '改了地址、小区或同意')];
    case 'takeoverIssued':
      return [audit(person, event, 'takeoverIssued', event.proof)];
    case 'takeoverMissed':
    case 'takeoverExpired':
      return [];
    case 'takenOver':
      return [
        link(person, event.memberId),
        audit(person, event, 'takenOver', ''),
        notice(event, event.memberId, '您的记录接过来了', `以前社区电话里帮您办的，都在“我的”里；攒过积分的，${chinaDateText(event.atMs + RULES.takeover.carryMs[0])} 也到您名下。要是弄错了，${chinaDateText(event.atMs + RULES.takeover.undoMs)} 前打社区电话说一声。`),
        notice(event, event.issuedById, `${person.maskedName}自己用上微信了`, `记录已经接到对方的微信里。要是认错了人，${chinaDateText(event.atMs + RULES.takeover.undoMs)} 前能撤回。`),
      ];
    case 'pointsCarried':
      return [{ kind: 'carryPoints', personId: person._id, memberId: event.memberId, communityId: person.communityId, atMs: event.atMs }];
    case 'takeoverUndone':
      return [
        link(person, event.memberId),
        audit(person, event, 'takeoverUndone', event.reason),
        notice(event, event.memberId, '一份记录已经移走', '工作人员核对后发现那份电话代办的记录不是您的，已经移走。您自己的心愿和认领都还在。'),
      ];
    case 'memberLeft':
      return [link(person, event.memberId)];
    default: {
      const never: never = event;
      return never;
    }
  }
};
