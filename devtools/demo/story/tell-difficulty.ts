import type { DifficultyCategory, DifficultyCheckKind, PostingLevel, WishSubmitInput } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { decideCheck } from '../../../cloudfunctions/core/difficulty/check-case';
import { decideCase, decideVisit } from '../../../cloudfunctions/core/difficulty/decide-case';
import { caseIdOf, type SealedPerson } from '../../../cloudfunctions/core/difficulty/difficulty-case';
import { decideProposal, suggestedCase, type OpenedFacts } from '../../../cloudfunctions/core/difficulty/propose-case';
import { decidePublicity } from '../../../cloudfunctions/core/difficulty/publicise-case';
import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import { maskedName, type Member } from '../../../cloudfunctions/core/member/member';
import { decideAnswerToObjection } from '../../../cloudfunctions/core/publicity/answer-objection';
import { decideObjection } from '../../../cloudfunctions/core/publicity/object-publicity';
import { objectionIdOf, publicityIdOf } from '../../../cloudfunctions/core/publicity/publicity';
import { decidePosting } from '../../../cloudfunctions/core/publicity/record-posting';
import { DEMO_NOW_MS } from '../community/moments';
import { placeOf, sealName, type Stage } from './stage';
import { WishPlay } from './wish-play';

/** A moment of the past by day of the month, as people say it; the demo stands on Friday 20 November 2026. */
const at = (text: string): number => Date.parse(`${text}:00+08:00`);

interface Sketch {
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly categories: readonly DifficultyCategory[];
  readonly circumstances: string;
  readonly aidText: string;
  /** Of the 小区 where the proposer wrote it; the community when absent. */
  readonly grid?: number;
}

const PEOPLE = {
  checking: { key: 'checking', name: '周秀英', address: '青枫家园 5 号楼 302', categories: ['elderlyAlone'], circumstances: '老伴走了以后一个人住，买菜要走两站路。', aidText: '' },
  running: { key: 'running', name: '张德顺', address: '枫林里 2 号楼 101', categories: ['severeDisability'], circumstances: '下肢不便，家里没有扶手，洗澡摔过一次。', aidText: '装扶手，每月送两次米面' },
  objected: { key: 'objected', name: '孙凤霞', address: '青枫家园 1 号楼 604', categories: ['noEmployment', 'singleParent'], circumstances: '工厂搬走后没有工作，带一个上初中的孩子。', aidText: '学习用品，介绍零活' },
  toDecide: { key: 'toDecide', name: '李宝贵', address: '枫林里 7 号楼 502', categories: ['elderlyAlone', 'other'], circumstances: '听力很差，一个人住，灶台老忘关火。', aidText: '每周上门两次，换带熄火保护的灶' },
  ledger: { key: 'ledger', name: '王素珍', address: '青枫家园 3 号楼 203', categories: ['elderlyAlone'], circumstances: '独自生活，儿子在外地，半年回来一次。', aidText: '送餐，每周上门看看' },
  unseen: { key: 'unseen', name: '黄桂英', address: '湖心苑 6 号楼 104', categories: ['elderlyAlone'], circumstances: '去年冬天摔过一跤，以后很少下楼。', aidText: '每月上门看看，冬天送煤取暖', grid: 4 },
  seldom: { key: 'seldom', name: '罗永年', address: '机床厂宿舍 9 栋 201', categories: ['elderlyAlone', 'severeDisability'], circumstances: '耳背，一个人住，子女过年才回来。', aidText: '每月上门一次，带助听器电池', grid: 2 },
  waiting: { key: 'waiting', name: '冯秀兰', address: '机床厂宿舍 3 栋 402', categories: ['singleParent'], circumstances: '一个人带孩子，打两份零工，晚上孩子没人看。', aidText: '晚托名额，学习用品', grid: 2 },
  overturned: { key: 'overturned', name: '钱国良', address: '枫林里 4 号楼 301', categories: ['other'], circumstances: '说是没有收入来源。', aidText: '米面油' },
} as const satisfies Readonly<Record<string, Sketch>>;

/** Told with the cast: the social worker proposes, the community's staff check, answer and decide. */
class DifficultyTale {
  private turns = 0;
  readonly worker: Member;
  readonly staff: Member;

  constructor(private readonly stage: Stage) {
    this.worker = stage.people.cast('zhouMin');
    this.staff = stage.people.cast('heJing');
  }

  private step(actor: Member, nowMs: number): Step {
    this.turns += 1;
    return { actorId: actor._id, operationId: deriveId('op', 'demo-difficulty', String(this.turns)), inputHash: `demo-${this.turns}`, nowMs };
  }

  private sealed(sketch: Sketch): SealedPerson {
    return { nameSealed: sealName(sketch.name), phoneSealed: sealName(''), addressSealed: sealName(sketch.address), circumstancesSealed: sealName(sketch.circumstances) };
  }

  propose(sketch: Sketch, nowMs: number): string {
    const { worker, stage } = this;
    const step = this.step(worker, nowMs);
    const consent = { isUnder14: false, guardianNameSealed: sealName(''), fileId: stage.pictures.take(worker._id, 'consent', 'letter'), recordedById: worker._id, atMs: nowMs };
    const facts: OpenedFacts = { person: this.sealed(sketch), maskedName: maskedName(sketch.name), categories: sketch.categories, consent };
    stage.town.difficultyCases.insert(unwrap(decideProposal(facts, this.place(sketch.grid === undefined ? worker.areaId : `${worker.communityId}-g${sketch.grid}`), worker, step)), nowMs);
    return caseIdOf(step.operationId);
  }

  suggest(nowMs: number): void {
    const resident = this.stage.people.cast('linXiao');
    const person = { nameSealed: sealName('老何'), phoneSealed: sealName(''), addressSealed: sealName('小花园旁边那栋，一楼'), circumstancesSealed: sealName('好几天没见他下楼，窗帘一直拉着。') };
    this.stage.town.difficultyCases.insert(suggestedCase(person, maskedName('老何'), this.place(resident.communityId), resident, this.step(resident, nowMs)), nowMs);
  }

  private place(areaId: string): { readonly areaId: string; readonly areaName: string; readonly communityName: string } {
    const { areaName, communityName } = placeOf(this.stage, areaId);
    return { areaId, areaName, communityName };
  }

  check(caseId: string, kind: DifficultyCheckKind, note: string, actor: Member, nowMs: number): void {
    const participants = kind === 'discuss' ? ['何静', '周敏', '楼组长老陈', '居民代表方姐'] : [];
    const words = { kind, noteSealed: sealName(note), participantsSealed: sealName(participants.join('\n')), participantCount: participants.length, fileIds: [] };
    this.stage.town.difficultyCases.act(caseId, nowMs, (found) => decideCheck(found, words, actor, this.step(actor, nowMs)));
  }

  /** All four checks on one day, then the publicity on another. */
  publicise(sketch: Sketch, proposedMs: number, publicisedMs: number): string {
    const caseId = this.propose(sketch, proposedMs);
    this.check(caseId, 'visit', '上门看过，和说的一样。', this.worker, proposedMs + 2 * HOUR_MS);
    this.check(caseId, 'listen', '问了楼组长和对门邻居，都这么说。', this.worker, proposedMs + 3 * HOUR_MS);
    this.check(caseId, 'records', '查过社保和救助记录。', this.staff, proposedMs + DAY_MS);
    this.check(caseId, 'discuss', '议了半个小时，大家同意。', this.staff, proposedMs + DAY_MS + 5 * HOUR_MS);
    this.stage.town.difficultyCases.act(caseId, publicisedMs, (found) => decidePublicity(found, sketch.aidText, this.worker, this.step(this.worker, publicisedMs)));
    this.post(publicityIdOf('difficulty', caseId), publicisedMs);
    return caseId;
  }

  post(publicityId: string, publicisedMs: number): void {
    const { people } = this.stage;
    const papers: readonly (readonly [PostingLevel, Member, string])[] = [['community', this.staff, '社区办事大厅公告栏'], ['street', people.cast('zhengStreet'), '街道一楼大厅'], ['district', people.cast('luDistrict'), '区政务中心东门']];
    for (const [level, actor, place] of papers) {
      const nowMs = Math.min(publicisedMs + 2 * HOUR_MS, DEMO_NOW_MS - HOUR_MS);
      this.stage.town.publicities.act(publicityId, nowMs, (found) => decidePosting(found, level, { place, photoFileId: null }, actor, this.step(actor, nowMs)));
    }
  }

  object(caseId: string, objector: Member, text: string, nowMs: number): void {
    const words = { textSealed: sealName(text), isAnonymousToPublic: true };
    this.stage.town.publicities.act(publicityIdOf('difficulty', caseId), nowMs, (found) => decideObjection(found, words, objector, this.step(objector, nowMs), {}));
  }

  answer(caseId: string, objector: Member, isUpheld: boolean, text: string, nowMs: number): void {
    const publicityId = publicityIdOf('difficulty', caseId);
    const words = { objectionId: objectionIdOf(publicityId, objector._id), isUpheld, text };
    this.stage.town.publicities.act(publicityId, nowMs, (found) => decideAnswerToObjection(found, words, this.staff, this.step(this.staff, nowMs), {}));
  }

  decide(caseId: string, nowMs: number): void {
    this.stage.town.publicities.advance(publicityIdOf('difficulty', caseId), nowMs);
    this.stage.town.difficultyCases.act(caseId, nowMs, (found) => decideCase(found, { kind: 'approve', note: '' }, this.staff, this.step(this.staff, nowMs)));
  }

  visit(caseId: string, note: string, nextVisitAtMs: number, nowMs: number): void {
    this.stage.town.difficultyCases.act(caseId, nowMs, (found) => decideVisit(found, { noteSealed: sealName(note), nextVisitAtMs }, this.worker, this.step(this.worker, nowMs)));
  }

  /** Every clock heard up to the demo's morning. */
  close(): void {
    const { publicities, difficultyCases } = this.stage.town;
    for (const id of publicities.documents.keys()) publicities.advance(id, DEMO_NOW_MS);
    for (const id of difficultyCases.documents.keys()) difficultyCases.advance(id, DEMO_NOW_MS);
  }
}

/** A wish above the cap, posted by the social worker for a family and in publicity now. */
const tellWishAboveCap = (stage: Stage, tale: DifficultyTale): void => {
  const { worker, staff } = tale;
  const sentMs = at('2026-11-16T09:30');
  const input: WishSubmitInput = {
    title: '两个孩子，想要一张上下铺和两张书桌', story: '两个孩子挤一张床，写作业趴在床边。想要一张结实的上下铺，再加两张书桌。', category: 'goods', shares: 3, shareNote: '上下铺，或者一张书桌', estimatedValueFen: 180_000,
    urgency: 'normal', windowEndMs: DEMO_NOW_MS + 40 * DAY_MS, handover: 'home', areaId: worker.areaId, photoFileIds: [], storyVoiceFileId: null,
    onBehalf: { beneficiaryName: '陈建军', relation: '走访的家庭', consent: { kind: 'paper', fileId: stage.pictures.take(worker._id, 'consent', 'letter') }, mayPublicise: true },
  };
  const onBehalf = { beneficiaryNameSealed: sealName('陈建军'), relation: '走访的家庭', consentKind: 'paper' as const, consentFileId: stage.pictures.take(worker._id, 'consent', 'letter'), helperName: worker.displayName, consentAtMs: sentMs, mayPublicise: true };
  const play = WishPlay.submit(stage.town, input, worker, placeOf(stage, worker.areaId), { operationId: 'demo-wish-above-cap', inputHash: 'demo-above-cap', nowMs: sentMs, needsCare: false, onBehalf, householdId: worker.householdId, benefits: [] });
  const approvedMs = at('2026-11-16T15:20');
  play.review(staff, { kind: 'approve' }, approvedMs);
  play.advanceTo(DEMO_NOW_MS);
  tale.post(publicityIdOf('wishAboveCap', play.state._id), approvedMs);
};

/** In the ledger, and hardly anybody came: what the page of gaps is for. */
const tellHardlyVisited = (tale: DifficultyTale): void => {
  tale.decide(tale.publicise(PEOPLE.unseen, at('2026-09-07T10:00'), at('2026-09-09T10:00')), at('2026-09-18T10:30'));
  const seldom = tale.publicise(PEOPLE.seldom, at('2026-07-06T10:00'), at('2026-07-08T10:00'));
  tale.decide(seldom, at('2026-07-17T10:30'));
  tale.visit(seldom, '电池换了，老人说夜里睡不好。', at('2026-09-15T10:00'), at('2026-08-04T15:00'));
  tale.decide(tale.publicise(PEOPLE.waiting, at('2026-10-19T10:00'), at('2026-10-21T10:00')), at('2026-10-30T10:30'));
};

/** People in special difficulty at every step, as a community has them at one time. */
export function tellDifficulty(stage: Stage): void {
  const tale = new DifficultyTale(stage);
  const { people } = stage;
  const ledger = tale.publicise(PEOPLE.ledger, at('2026-08-24T10:00'), at('2026-08-27T10:00'));
  tale.decide(ledger, at('2026-09-04T10:30'));
  tale.visit(ledger, '送餐都按时到，阿姨说菜软硬合适。', at('2026-11-24T10:00'), at('2026-10-09T15:00'));
  tellHardlyVisited(tale);
  const overturned = tale.publicise(PEOPLE.overturned, at('2026-10-26T10:00'), at('2026-10-29T10:00'));
  tale.object(overturned, people.cast('kangShop'), '他在我们对面开着一间棋牌室。', at('2026-10-30T16:00'));
  tale.answer(overturned, people.cast('kangShop'), true, '核实过，有稳定收入，这次不列入。', at('2026-11-02T14:00'));
  tale.publicise(PEOPLE.toDecide, at('2026-11-09T09:30'), at('2026-11-11T09:30'));
  const objected = tale.publicise(PEOPLE.objected, at('2026-11-12T09:30'), at('2026-11-16T09:10'));
  tale.object(objected, people.cast('chenBo'), '她上个月在超市上班了，我见过。', at('2026-11-18T19:40'));
  tale.publicise(PEOPLE.running, at('2026-11-13T10:00'), at('2026-11-17T10:00'));
  const checking = tale.propose(PEOPLE.checking, at('2026-11-18T10:00'));
  tale.check(checking, 'visit', '屋里收拾得干净，冰箱里东西不多。', tale.worker, at('2026-11-18T16:00'));
  tale.check(checking, 'listen', '对门说她常年自己来去，腰不好。', tale.worker, at('2026-11-19T11:00'));
  tale.suggest(at('2026-11-19T20:15'));
  tellWishAboveCap(stage, tale);
  tale.close();
}
