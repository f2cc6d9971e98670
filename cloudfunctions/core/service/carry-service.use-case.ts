import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { communityIssuance, memberHours } from '../ledger/account';
import { move, reverse } from '../ledger/ledger.repository';
import { resolutionIdOf, type Transfer } from '../ledger/transfer';
import { memberRepository } from '../member/member.repository';
import { ConflictError, DuplicateError, oneOf, store, type Transaction } from '../platform/store';
import { earnPoints, takeBackPoints } from '../points/earn.use-case';
import { RULES } from '../rules';
import { decideCounted } from './change-service';
import { newRosterRecord } from './open-service';
import { decideBooking, emptyDay, serviceDayIdOf, type BookingOutcome, type ServiceDay } from './service-day';
import { SERVICE_KIND } from './service-kind';
import { serviceLineIdOf, servicePointsIdOf } from './service-line';
import { serviceRepository } from './service.repository';

/** Under the id of its sign-up: a second time changes nothing. Who has left meanwhile gets no record. */
export const openService = async ({ opening }: EffectOf<'openService'>): Promise<void> => {
  if ((await serviceRepository.find(opening.recordId)) !== null) return;
  const person = await memberRepository.find(opening.memberId);
  if (person === null || person.state === 'left') return;
  const recorder = opening.recordedById === person._id ? person : await memberRepository.find(opening.recordedById);
  await serviceRepository.insert(newRosterRecord(opening, person, recorder?.displayName ?? ''));
};

type Count = EffectOf<'countService'>;

const saveDay = async (transaction: Transaction, { _id, ...fields }: ServiceDay): Promise<void> => {
  try {
    await transaction.set('serviceDays', _id, fields);
  } catch (error) {
    // Two first records of a day at once both found none: the other one made it, so this is a conflict.
    throw error instanceof DuplicateError ? new ConflictError(`day ${_id} was made meanwhile`) : error;
  }
};

/** All days of the record in one transaction, so that a record over midnight lies on both or on none. */
const book = ({ recordId, n, memberId, title, days, parts }: Count): Promise<BookingOutcome> =>
  store.transact(async (transaction) => {
    const standing: ServiceDay[] = [];
    for (const day of days) standing.push((await transaction.find<ServiceDay>('serviceDays', serviceDayIdOf(memberId, day))) ?? emptyDay(memberId, day));
    const plan = decideBooking(standing, { recordId, n, title, parts });
    for (const day of plan.days) await saveDay(transaction, day);
    return plan.outcome;
  });

/** The line before, if there is one, is undone by one the other way round; then the new one. */
const writeLines = async ({ recordId, n, memberId, communityId, causeText, atMs }: Count, minutes: number): Promise<void> => {
  const cause = { kind: 'service', aggregateId: recordId, text: causeText };
  if (n > 1) await reverse(serviceLineIdOf(recordId, n - 1), cause, atMs);
  if (minutes === 0) return;
  await move({ transferId: serviceLineIdOf(recordId, n), asset: 'hours', debitAccount: communityIssuance(communityId), creditAccount: memberHours(memberId), amount: minutes, cause, communityId, nowMs: atMs, waits: null });
};

/**
 * Counts a record: first the days, which say what counts of it, then the ledger, then the record hears it. Each is known
 * by the record and the number of the count; killed in between, the next try finds what was decided and goes on.
 */
export const countService = async (effect: Count): Promise<void> => {
  const outcome = await book(effect);
  // A later count of this record was carried out by somebody quicker, and everything before it.
  if (outcome.kind === 'stale') return;
  await writeLines(effect, outcome.kind === 'counted' ? outcome.minutes : 0);
  if (effect.parts.length > 0) await tellAggregate(SERVICE_KIND, effect.recordId, (record) => decideCounted(record, effect.n, outcome, effect.atMs));
};

/** What there is of earlier earnings: those that still wait, and the ends of those that were posted by their clock. */
const standingOf = async (transferIds: readonly string[]): Promise<{ readonly waiting: readonly string[]; readonly posted: readonly Transfer[] }> => {
  if (transferIds.length === 0) return { waiting: [], posted: [] };
  const found = await store.query<Transfer>('transfers', { where: { _id: oneOf([...transferIds, ...transferIds.map(resolutionIdOf)]) }, limit: 2 * transferIds.length });
  const ids = new Set(found.map(({ _id }) => _id));
  return { waiting: transferIds.filter((id) => ids.has(id) && !ids.has(resolutionIdOf(id))), posted: found.filter(({ phase }) => phase === 'posted') };
};

/** Takes back what waits; one that its clock posted in that moment counts as posted. */
const takeBackWaiting = async (transferIds: readonly string[], atMs: number): Promise<readonly Transfer[]> => {
  const { waiting, posted } = await standingOf(transferIds);
  for (const transferId of waiting) await takeBackPoints(transferId, atMs);
  return waiting.length === 0 ? posted : (await standingOf(transferIds)).posted;
};

/**
 * Points for what counts (RULES.md section 5). Those of an earlier count are taken back while they wait; once posted they
 * stay as they are when times are put right, and are undone as far as they are still there when the record is revoked.
 */
export const carryServicePoints = async ({ recordId, n, memberId, communityId, minutes, isRevoked, causeText, atMs }: EffectOf<'servicePoints'>): Promise<void> => {
  const posted = await takeBackWaiting(Array.from({ length: n - 1 }, (_unused, index) => servicePointsIdOf(recordId, index + 1)), atMs);
  if (isRevoked) for (const { _id } of posted) await reverse(_id, { kind: 'service', aggregateId: recordId, text: causeText }, atMs);
  if (minutes === 0 || posted.length > 0) return;
  await earnPoints({
    kind: 'earnPoints', transferId: servicePointsIdOf(recordId, n), memberId, communityId, earningKind: 'service', quantity: minutes, withId: null, causeText, aggregateId: recordId, atMs, dueAtMs: atMs + RULES.points.pendingMs,
  });
};
