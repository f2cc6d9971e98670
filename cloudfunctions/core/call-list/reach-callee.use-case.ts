import type { ApiContract, CalleeNumberView } from '@contract';
import { writeAudit } from '../audit/audit.repository';
import { EMPTY_CONTACT } from '../contact/contact';
import { deriveId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { memberRepository } from '../member/member.repository';
import type { Notice } from '../notice/notice';
import { linesByIds } from '../notice/notice.repository';
import { isPersonId } from '../person/person-id';
import type { Person } from '../person/person';
import type { MemberContext } from '../platform/context';
import { openText } from '../platform/field-sealer';
import { command, oneOf, store } from '../platform/store';
import { signUpIdsOf } from '../shift/shift';
import { recordIdOf } from '../shift/sign-up-record';
import { listSignUps } from '../shift/sign-up-record.repository';
import type { Wish } from '../wish/wish';
import { getCallee } from './call-list.use-case';

interface Callable {
  readonly name: string;
  readonly areaName: string;
  readonly papers: readonly Pick<Person, 'phoneSealed'>[];
}

const papersOf = (ids: readonly string[]): Promise<readonly Person[]> => (ids.length === 0 ? Promise.resolve([]) : store.query<Person>('persons', { where: { _id: oneOf(ids) }, limit: ids.length }));

/** Two requests for a member, one for a paper. */
const callableOf = async (calleeId: string): Promise<Callable> => {
  if (isPersonId(calleeId)) {
    const [paper] = await papersOf([calleeId]);
    return paper === undefined ? fail('NOT_FOUND') : { name: openText(paper.nameSealed), areaName: paper.areaName, papers: [paper] };
  }
  const member = (await memberRepository.find(calleeId)) ?? fail('NOT_FOUND');
  return { name: member.displayName, areaName: member.gridName ?? member.communityName, papers: await papersOf(member.partyIds.filter(isPersonId)) };
};

/** What they left for a claim of a wish that waits; of the claims of that wish only what is theirs. */
const ofClaims = async (calleeId: string, lines: readonly Notice[]): Promise<readonly string[]> => {
  const wishIds = [...new Set(lines.flatMap(({ target }) => target.wishId ?? []))];
  if (wishIds.length === 0) return [];
  const wishes = await store.query<Pick<Wish, '_id' | 'claims'>>('wishes', { where: { _id: oneOf(wishIds) }, limit: wishIds.length, fields: ['claims'] });
  return wishes.flatMap(({ claims }) => Object.values(claims)).flatMap(({ contact }) => {
    const { giver, recipient } = contact ?? EMPTY_CONTACT;
    return [giver, recipient].flatMap((left) => (left?.leftById === calleeId ? [(JSON.parse(openText(left.sealed)) as { readonly phone: string }).phone] : []));
  });
};

/** What they left for the lead of a shift that waits for them. */
const ofShifts = async (calleeId: string, lines: readonly Notice[]): Promise<readonly string[]> => {
  const shiftIds = lines.flatMap(({ target }) => (target.page === 'shift' || target.page === 'mySchedule' ? (target.subjectId ?? []) : []));
  const ids = [...new Set(shiftIds)].flatMap((shiftId) => signUpIdsOf(calleeId).map((signUpId) => recordIdOf(shiftId, signUpId)));
  if (ids.length === 0) return [];
  return (await listSignUps({ where: { _id: command.in(ids) }, limit: ids.length })).flatMap(({ sealedPhone }) => (sealedPhone === null ? [] : [openText(sealedPhone)]));
};

/**
 * Where somebody can be called: what stands on their paper, and what they left for the very thing that waits; a number
 * left for something else is not used for this. The line of audit comes before any is told. Refuses NOT_FOUND, OUT_OF_AREA.
 */
export const reachCallee = async (context: MemberContext, { calleeId }: { readonly calleeId: string }): Promise<ApiContract['callList.reach']['output']> => {
  const callee = await getCallee(context, calleeId);
  const [{ name, areaName, papers }, lines] = await Promise.all([callableOf(calleeId), linesByIds(callee.noticeIds)]);
  const [claims, shifts] = await Promise.all([ofClaims(calleeId, lines), ofShifts(calleeId, lines)]);
  await writeAudit({ auditId: deriveId('a', context.requestId, calleeId), kind: 'readContact', byId: context.callerId, subjectId: calleeId, areaIds: callee.areaIds, note: 'callList', atMs: context.nowMs });
  const found: readonly CalleeNumberView[] = [
    ...papers.flatMap(({ phoneSealed }) => (phoneSealed === null ? [] : [{ source: 'paper', phone: openText(phoneSealed) } as const])),
    ...claims.map((phone) => ({ source: 'claim', phone }) as const),
    ...shifts.map((phone) => ({ source: 'shift', phone }) as const),
  ];
  return { calleeId, name, areaName, numbers: found.filter(({ phone }, index) => found.findIndex((each) => each.phone === phone) === index) };
};
