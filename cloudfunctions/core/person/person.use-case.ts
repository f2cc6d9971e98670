import type { ApiContract, Page, PersonCardView, PersonFoundView, PersonOnPaperRow, PhoneWaitingView } from '@contract';
import { LIMITS } from '@contract';
import * as v from 'valibot';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { findAreas } from '../area/area.repository';
import { writeAudit } from '../audit/audit.repository';
import { claimView } from '../claim/claim-view';
import { listClaimRecords } from '../claim/claim-record.repository';
import { ancestorAt } from '../kernel/area-tree';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { deriveId } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { worksAt } from '../member/member';
import { decidePlace } from '../member/new-member';
import { checkName } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { openText, sealText } from '../platform/field-sealer';
import type { WishPlace } from '../wish/submit-wish';
import { wishCardView } from '../wish/wish-card';
import { liveWishesOf, wishesForPerson } from '../wish/wish-lists.use-case';
import { PERSON_KIND, phoneKeyOf, placeOf, type Person } from './person';
import { peopleAtPhone, peopleOfArea, personRepository, type PersonRow } from './person.repository';
import { decideCorrection, newPerson, personKeysOf, type SealedPerson, type SavePersonInput } from './save-person';
import { undoUntilMsOf } from './takeover';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

export const idSecret = (): string => environmentValue('LINYUAN_ID_SECRET');

const auditReading = (context: MemberContext, areaIds: readonly string[], subjectId: string, note: string): Promise<void> =>
  writeAudit({ auditId: deriveId('a', context.requestId, subjectId), kind: 'readPerson', byId: context.callerId, subjectId, areaIds, note, atMs: context.nowMs });

const foundView = (person: Person): PersonFoundView => ({
  personId: person._id,
  name: openText(person.nameSealed),
  areaId: person.areaId,
  areaName: person.areaName,
  isTakenOver: person.memberId !== null,
});

/** Who calls from a number, in the community of the area; the line of audit comes before the names. */
export const findPeople = async (context: MemberContext, input: Parsed<'person.find'>): Promise<readonly PersonFoundView[]> => {
  if (!worksAt(context.member, input.areaId)) fail('OUT_OF_AREA');
  const phoneKey = phoneKeyOf(communityIdOf(input.areaId), input.phone, idSecret());
  const people = (await peopleAtPhone(phoneKey)).filter((person) => worksAt(context.member, person.areaId));
  const [first] = people;
  if (first !== undefined) await auditReading(context, first.areaIds, phoneKey, '按电话查找');
  return people.map(foundView);
};

const rowView = (row: PersonRow): PersonOnPaperRow => ({
  personId: row._id,
  maskedName: row.maskedName,
  areaName: row.areaName,
  hasPhone: row.phoneKey !== null,
  isTakenOver: row.memberId !== null,
  createdAtMs: row.createdAtMs,
});

export const listPeople = async (context: MemberContext, input: Parsed<'person.list'>): Promise<Page<PersonOnPaperRow>> => {
  if (!worksAt(context.member, input.areaId)) fail('OUT_OF_AREA');
  const people = await peopleOfArea(input.areaId, decodeCursor(input.cursor, v.tuple([v.number(), v.string()])));
  const shown = people.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map(rowView), nextCursor: people.length > shown.length && end ? encodeCursor([end.createdAtMs, end._id]) : null };
};

/** Somebody's paper, for staff of their area only. */
export const getPersonFor = async (context: MemberContext, personId: string): Promise<Person> => {
  const person = await personRepository.get(personId);
  return worksAt(context.member, person.areaId) ? person : fail('OUT_OF_AREA');
};

export const getPerson = async (context: MemberContext, input: Parsed<'person.get'>): Promise<PersonCardView> => {
  const person = await getPersonFor(context, input.personId);
  await auditReading(context, person.areaIds, person._id, input.reason);
  const live = await liveWishesOf(person.householdId);
  const isOut = person.takeover !== null && person.memberId === null && person.takeover.triesLeft > 0 && person.takeover.untilMs > context.nowMs;
  return {
    ...foundView(person),
    phone: person.phoneSealed === null ? null : openText(person.phoneSealed),
    address: person.addressSealed === null ? '' : openText(person.addressSealed),
    mayPublicise: person.publicityConsent !== null,
    takeover: { codeUntilMs: isOut ? (person.takeover?.untilMs ?? null) : null, takenOverAtMs: person.takenOverAtMs, undoUntilMs: undoUntilMsOf(person, context.nowMs) },
    live: live.map((wish) => wishCardView(wish, context.member)),
  };
};

const communityIdOf = (areaId: string): string => ancestorAt(areaId, 'community') ?? fail('AREA_NOT_JOINABLE');

const findPlace = async (areaId: string): Promise<WishPlace> => {
  const communityId = communityIdOf(areaId);
  const areas = await findAreas([...new Set([communityId, areaId])]);
  const { communityName, stationName, point } = unwrap(decidePlace(areaId, areas));
  return { areaId, areaName: areas.get(areaId)?.name ?? communityName, communityId, communityName, stationName, point };
};

const sealPerson = (input: SavePersonInput, communityId: string): SealedPerson => ({
  ...personKeysOf(input, communityId, idSecret()),
  nameSealed: sealText(input.name),
  phoneSealed: input.phone === null ? null : sealText(input.phone),
  addressSealed: input.address === '' ? null : sealText(input.address),
});

/**
 * Writes somebody down, or corrects who is known: the id is made from number and name, so the same person is met again.
 * @throws RefusedError OUT_OF_AREA, AREA_NOT_JOINABLE, TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED, BUSY.
 */
export const savePerson = async (context: MemberContext, input: SavePersonInput): Promise<ApiContract['person.save']['output']> => {
  if (!worksAt(context.member, input.areaId)) fail('OUT_OF_AREA');
  const step = stepOf(context, input);
  const sealed = sealPerson(input, communityIdOf(input.areaId));
  const { personId } = sealed;
  const standing = await personRepository.find(personId);
  const place = standing?.areaId === input.areaId ? placeOf(standing) : await findPlace(input.areaId);
  await checkName(context.openid, [input.name, input.address]);
  if (standing === null && (await personRepository.insert(newPerson(input, place, sealed, step))) === 'inserted') {
    await settleAfterCommand(PERSON_KIND, personId, context.nowMs, context.requestId);
    return { personId, isNew: true };
  }
  const person = await changeAggregate(PERSON_KIND, context, personId, (found) => decideCorrection(found, input, place, sealed, context.member, step));
  return { personId, isNew: person.createdAtMs === context.nowMs };
};

/** Their wishes and gifts, newest first, with what waits for a word on the phone. */
export const waitingOfPerson = async (context: MemberContext, input: Parsed<'phone.waiting'>): Promise<PhoneWaitingView> => {
  const person = await getPersonFor(context, input.personId);
  const order = [['updatedAtMs', 'desc'], ['_id', 'desc']] as const;
  const [wishes, claims] = await Promise.all([wishesForPerson(person._id, context.member), listClaimRecords({ where: { claimerId: person._id, isOpen: true }, order, limit: LIMITS.pageSize })]);
  return { wishes, claims: claims.map(claimView) };
};
