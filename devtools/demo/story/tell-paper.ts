import type { RecordWishInput, WishSubmitInput } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { placeOf as placeOfPerson, type Person } from '../../../cloudfunctions/core/person/person';
import { recordedConsent, wishInputOf } from '../../../cloudfunctions/core/person/record-wish';
import { newPerson, personKeysOf, type SavePersonInput } from '../../../cloudfunctions/core/person/save-person';
import { decideIssue, decideTakeOver, takeoverCodeOf, takeoverHashOf } from '../../../cloudfunctions/core/person/takeover';
import { accept } from '../../../cloudfunctions/core/kernel/result';
import { RULES } from '../../../cloudfunctions/core/rules';
import { localEnvironment } from '../community/build-member';
import { at, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { benefitsAt, placeOf, sealName, type Stage } from './stage';
import { WishPlay } from './wish-play';

const SECRET = localEnvironment.LINYUAN_ID_SECRET ?? '';

const stepOf = (actorId: string, what: string, nowMs: number): Step => ({ actorId, operationId: `demo-paper-${what}`, inputHash: `demo-${what}`, nowMs });

const PEOPLE: Readonly<Record<'asks' | 'isAsked' | 'isHelped' | 'tookOver', SavePersonInput>> = {
  asks: { name: '沈阿婆', phone: '057188126031', areaId: `${HOME_COMMUNITY}-g1`, address: '到了打电话，阿婆下来开门', mayPublicise: false },
  isAsked: { name: '魏奶奶', phone: '057188126350', areaId: `${HOME_COMMUNITY}-g3`, address: '敲门要重一点，耳朵不大好', mayPublicise: false },
  isHelped: { name: '何大爷', phone: '057188126475', areaId: `${HOME_COMMUNITY}-g2`, address: '门卫旁边那个门', mayPublicise: false },
  tookOver: { name: '陈伯', phone: '057188127708', areaId: `${HOME_COMMUNITY}-g4`, address: '', mayPublicise: false },
};

/** Somebody calls for the first time: staff write them down. */
const writeDown = (stage: Stage, helper: Member, input: SavePersonInput, nowMs: number): Person => {
  const sealed = { ...personKeysOf(input, HOME_COMMUNITY, SECRET), nameSealed: sealName(input.name), phoneSealed: input.phone === null ? null : sealName(input.phone), addressSealed: input.address === '' ? null : sealName(input.address) };
  stage.town.persons.insert(newPerson(input, placeOf(stage, input.areaId), sealed, stepOf(helper._id, input.name, nowMs)), nowMs);
  return stage.town.persons.get(sealed.personId);
};

/** What somebody asked for on the phone. */
const phoneIn = (stage: Stage, helper: Member, person: Person, words: Pick<RecordWishInput, 'title' | 'story' | 'category'>, nowMs: number): WishPlay => {
  const input: RecordWishInput = { personId: person._id, ...words, shares: 1, shareNote: '', estimatedValueFen: null, urgency: 'normal', windowEndMs: DEMO_NOW_MS + 12 * DAY_MS, handover: 'home', consent: { kind: 'phone', saidAtMs: nowMs }, mayPublicise: false };
  return WishPlay.submit(stage.town, wishInputOf(person, input), helper, placeOfPerson(person), {
    operationId: `demo-phone-${words.title}`, inputHash: `demo-${words.title}`, nowMs, needsCare: false, onBehalf: recordedConsent(person, input, helper, nowMs), householdId: person.householdId, benefits: [], channel: 'phone', personId: person._id,
  });
};

/** They have WeChat by now: staff saw who they are, and they entered the code at the desk. */
const takeOver = (stage: Stage, helper: Member, person: Person, member: Member, nowMs: number): void => {
  const issue = stepOf(helper._id, 'issue', nowMs);
  const code = takeoverCodeOf(person._id, issue.operationId, SECRET);
  const hash = takeoverHashOf(person._id, code, SECRET);
  stage.town.persons.act(person._id, nowMs, (found) => decideIssue(found, code, hash, '看过身份证', helper, issue));
  const entered = nowMs + 3 * MINUTE_MS;
  stage.town.persons.act(person._id, entered, (found) => {
    const tried = decideTakeOver(found, hash, member, stepOf(member._id, 'enter', entered));
    return tried.ok ? accept(tried.value.outcome) : tried;
  });
  stage.town.persons.advance(person._id, DEMO_NOW_MS);
};

/** A wish of a resident that waits for the community this morning. */
const waits = (stage: Stage, poster: Member, words: Pick<WishSubmitInput, 'title' | 'story' | 'category' | 'storyVoiceFileId'>, nowMs: number): void => {
  const input: WishSubmitInput = { ...words, shares: 1, shareNote: '', estimatedValueFen: null, urgency: 'normal', windowEndMs: DEMO_NOW_MS + 14 * DAY_MS, handover: 'home', areaId: poster.areaId, photoFileIds: [], onBehalf: null };
  const play = WishPlay.submit(stage.town, input, poster, placeOf(stage, poster.areaId), { operationId: `demo-waits-${words.title}`, inputHash: `demo-${words.title}`, nowMs, needsCare: false, onBehalf: null, householdId: poster.householdId, benefits: benefitsAt(stage, poster.areaId) });
  play.checkPhotos(nowMs + 3_000);
  play.advanceTo(DEMO_NOW_MS);
};

/** A resident of the home community, without a role, who asks for nothing at the moment. */
const quietResident = (stage: Stage): Member => {
  const asking = new Set([...stage.town.wishes.values()].filter(({ isLive }) => isLive).map(({ householdId }) => householdId));
  const found = stage.people.of(HOME_COMMUNITY, null).find((member) => !asking.has(member.householdId) && member.joinedAtMs < DEMO_NOW_MS - 3 * DAY_MS);
  if (found === undefined) throw new Error('everybody at home has a wish');
  return found;
};

/** People without WeChat and what they asked for on the phone; a wish that was spoken; one that a benefit may answer. */
export function tellPaper(stage: Stage): void {
  const helper = stage.people.cast('zhouMin');
  const staff = stage.people.cast('heJing');
  const shop = stage.people.cast('zhouShop');
  const asks = writeDown(stage, helper, PEOPLE.asks, at('2026-11-19', '15:32'));
  phoneIn(stage, helper, asks, { title: '想请人把窗帘杆重新装一下', story: '窗帘杆一头掉下来了，拿绳子先吊着。够不着，想请会打孔的师傅来装一下。', category: 'repair' }, at('2026-11-19', '15:36')).advanceTo(DEMO_NOW_MS);
  // Asked what exactly, and nobody told her yet: no message reaches a telephone.
  const asked = writeDown(stage, helper, PEOPLE.isAsked, at('2026-11-17', '09:50'));
  const chair = phoneIn(stage, helper, asked, { title: '想要一把轻一点的椅子', story: '屋里那把太沉，挪不动。想要一把轻的，靠窗坐着晒太阳。', category: 'goods' }, at('2026-11-17', '09:56'));
  chair.review(staff, { kind: 'ask', note: '要不要扶手？坐多高合适？' }, at('2026-11-17', '15:10'));
  chair.advanceTo(DEMO_NOW_MS);
  const helped = writeDown(stage, helper, PEOPLE.isHelped, at('2026-11-16', '10:02'));
  const lamp = phoneIn(stage, helper, helped, { title: '走廊的感应灯不亮了，想换一个', story: '晚上回来走廊黑，摸着墙开门。灯买好了，想请师傅来换上。', category: 'repair' }, at('2026-11-16', '10:08'));
  lamp.review(staff, { kind: 'approve' }, at('2026-11-16', '14:20'));
  const claimId = lamp.claim(shop, 1, DEMO_NOW_MS - 15 * HOUR_MS);
  lamp.plan(shop, claimId, { deliverAtMs: DEMO_NOW_MS + DAY_MS + HOUR_MS, handover: 'home', note: '周六上午过去，带梯子' }, DEMO_NOW_MS - 14 * HOUR_MS);
  lamp.advanceTo(DEMO_NOW_MS);
  takeOver(stage, helper, writeDown(stage, helper, PEOPLE.tookOver, at('2026-09-10', '09:40')), stage.people.cast('chenBo'), DEMO_NOW_MS - RULES.takeover.undoMs / 2);
  const speaker = stage.people.cast('zhaoAyi');
  waits(stage, speaker, { title: '说了一段话，想请邻居帮个忙', story: '', category: 'service', storyVoiceFileId: stage.pictures.takeVoice(speaker._id) }, at('2026-11-19', '16:45'));
  waits(stage, quietResident(stage), { title: '想要两块浴室防滑垫', story: '地砖一沾水就滑，妈妈洗澡我都在门口守着。想要两块大一点、吸得牢的。', category: 'goods', storyVoiceFileId: null }, at('2026-11-19', '17:10'));
}
