import { DAY_PART_LABEL, WEEK_DAY_LABEL, WEEK_SLOTS_ALL, type SupplyCardView, type SupplyRef, type SupplyView } from '@contract';
import { maskedName, worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { pictureKeyOf } from '../wish/picture-key';
import { walkMinutesOf } from '../wish/wish-card';
import { hasPartIn } from './check-certificate';
import { keepsSupply, seenOf, type Supply } from './supply';

export const supplyRefOf = ({ _id, state }: Supply): SupplyRef => ({ supplyId: _id, state });

const PARTS = DAY_PART_LABEL.length;
const partsOfDay = (slots: number, day: number): number => (slots >> (day * PARTS)) & (2 ** PARTS - 1);

/** "周一到周五、周日": three or more in a row by the first and the last. */
const daysText = (days: readonly number[]): string => {
  if (days.length === WEEK_DAY_LABEL.length) return '每天';
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const label = (day: number): string => WEEK_DAY_LABEL[day] ?? '';
  return runs.map((run) => (run.length < 3 ? run.map(label).join('、') : `${label(run[0] ?? 0)}到${label(run.at(-1) ?? 0)}`)).join('、');
};

/** "周六、周日上午；周三晚上": days with the same parts together. */
export const timesTextOf = (slots: number): string => {
  if (slots === WEEK_SLOTS_ALL) return '什么时候都行';
  const days = new Map<number, number[]>();
  WEEK_DAY_LABEL.forEach((_label, day) => {
    const parts = partsOfDay(slots, day);
    if (parts !== 0) days.set(parts, [...(days.get(parts) ?? []), day]);
  });
  const partsText = (parts: number): string => (parts === 2 ** PARTS - 1 ? '全天' : DAY_PART_LABEL.filter((_label, part) => (parts & (1 << part)) !== 0).join('和'));
  return [...days].map(([parts, some]) => `${daysText(some)}${partsText(parts)}`).join('；');
};

/** On a list, made for its reader. */
export const supplyCardView = (supply: Supply, reader: Member): SupplyCardView => {
  const isMine = keepsSupply(supply, reader);
  const minutes = walkMinutesOf(reader.point, supply.point);
  const isMasked = supply.partyKind === 'member' && !isMine && !worksAt(reader, supply.communityId);
  return {
    supplyId: supply._id,
    state: supply.state,
    partyKind: supply.partyKind,
    partyName: isMasked ? maskedName(supply.partyName) : supply.partyName,
    category: supply.category,
    pictureKey: pictureKeyOf(supply.category, supply.title),
    title: supply.title,
    skills: supply.skills,
    certificates: supply.certificates,
    seenCertificates: seenOf(supply),
    areaId: supply.areaId,
    areaName: supply.areaName,
    slots: supply.slots,
    timesText: timesTextOf(supply.slots),
    capacityPerWeek: supply.capacityPerWeek,
    walkText: minutes === null ? null : `走路约 ${minutes} 分钟`,
    isMine,
  };
};

export const supplyView = (supply: Supply, reader: Member): SupplyView => {
  const card = supplyCardView(supply, reader);
  const isStaff = worksAt(reader, supply.communityId);
  const { kept, lapsed } = supply.record;
  const isKept = card.isMine && supply.isLive;
  return {
    ...card,
    communityId: supply.communityId,
    communityName: supply.communityName,
    words: supply.words,
    conditions: supply.conditions,
    point: supply.partyKind === 'member' ? null : supply.point,
    record: card.isMine || isStaff ? { kept, promised: kept + lapsed } : null,
    confirmedAtMs: supply.confirmedAtMs,
    certificatesSeen: supply.certificates.flatMap((certificate) => { const seen = supply.seen[certificate]; return seen === undefined ? [] : [{ certificate, seenAtMs: seen.seenAtMs, untilMs: seen.untilMs }]; }),
    answerByMs: supply.askedAtMs === null ? null : supply.askedAtMs + RULES.supply.answerMs,
    note: supply.note,
    canEdit: isKept,
    canPause: isKept && supply.state === 'open',
    canResume: isKept && supply.state === 'paused',
    canConfirm: isKept && supply.state === 'open',
    canEnd: supply.isLive && (card.isMine || isStaff),
    canCheckCertificates: isStaff && supply.certificatesAskedAtMs !== null && !hasPartIn(supply, reader, card.isMine),
  };
};
