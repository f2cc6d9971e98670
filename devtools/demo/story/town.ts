import type { LaneGround } from '../../../cloudfunctions/core/lane/lane-setting';
import { decideLeftoverEnd } from '../../../cloudfunctions/core/mutual/close-campaign';
import { campaignOfSubject, decidePublicityEnd as decideCampaignPublicity } from '../../../cloudfunctions/core/mutual/decide-campaign';
import { DIRECTED_KIND } from '../../../cloudfunctions/core/directed/directed-kind';
import { decidePaymentNews } from '../../../cloudfunctions/core/directed/pay-gift';
import { CampaignShelves } from './campaign-shelves';
import { DIFFICULTY_KIND } from '../../../cloudfunctions/core/difficulty/settle-case';
import { decidePublicityEnd } from '../../../cloudfunctions/core/difficulty/decide-case';
import type { ClaimRecord } from '../../../cloudfunctions/core/claim/claim-record';
import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import type { FavourReport } from '../../../cloudfunctions/core/favour/favour-report';
import { FREEZE_KIND } from '../../../cloudfunctions/core/favour/freeze-kind';
import { mediaOf, type Media } from '../../../cloudfunctions/core/media/media';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { Callee } from '../../../cloudfunctions/core/call-list/callee';
import { noticeOf, noticePlace, type Notice } from '../../../cloudfunctions/core/notice/notice';
import type { AuditLine } from '../../../cloudfunctions/core/audit/audit.repository';
import { invitationOf, turnIdOf, type HelpBackTurn } from '../../../cloudfunctions/core/help-back/help-back';
import { RULES } from '../../../cloudfunctions/core/rules';
import { PERSON_KIND } from '../../../cloudfunctions/core/person/person';
import { GIVER_NOTE_KIND } from '../../../cloudfunctions/core/giver-note/giver-note-kind';
import { SAFETY_KIND } from '../../../cloudfunctions/core/safety/safety-kind';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { openWishQuotaId, type OpenWishQuota } from '../../../cloudfunctions/core/quota/quota';
import { LANE_KIND } from '../../../cloudfunctions/core/lane/lane-kind';
import { LINKED_KIND } from '../../../cloudfunctions/core/linked/linked-kind';
import { PUBLICITY_KIND } from '../../../cloudfunctions/core/publicity/settle-publicity';
import { newPublicity } from '../../../cloudfunctions/core/publicity/start-publicity';
import { decideTakingDown } from '../../../cloudfunctions/core/publicity/end-publicity';
import type { Round } from '../../../cloudfunctions/core/round/round';
import { RATING_KIND } from '../../../cloudfunctions/core/rating/rating-kind';
import { withPrint, type SentencePrint } from '../../../cloudfunctions/core/rating/sentence-print';
import { alerted, pickAssignee } from '../../../cloudfunctions/core/staff/assignee';
import { newTask, type Assignee, type Task } from '../../../cloudfunctions/core/staff/task';
import type { OwnName } from '../../../cloudfunctions/core/thanks/own-name';
import { THANKS_KIND } from '../../../cloudfunctions/core/thanks/thanks-kind';
import { suggestionNotice } from '../../../cloudfunctions/core/supply/suggestion';
import { UNIT_KIND } from '../../../cloudfunctions/core/unit/unit-kind';
import { NEVER_MS, type Wish } from '../../../cloudfunctions/core/wish/wish';
import { ActivityShelves, isActivityEffect } from './activity-shelves';
import { AggregateShelf } from './aggregate-shelf';
import { CertificateShelves, isCertificateEffect } from './certificate-shelves';
import { CONSULT_KIND } from '../../../cloudfunctions/core/consult/consult-kind';
import type { ConsultVoice, ConsultWord } from '../../../cloudfunctions/core/consult/voice';
import { NEED_PLAN_KIND } from '../../../cloudfunctions/core/need-plan/need-plan-kind';
import { NEED_PROJECT_KIND } from '../../../cloudfunctions/core/need-project/need-project-kind';
import type { MatchProposal } from '../../../cloudfunctions/core/match-proposal/match-proposal';
import type { PushWeek } from '../../../cloudfunctions/core/match/push-week';
import type { MatchPage } from '../../../cloudfunctions/core/match-round/match-pages';
import type { MatchRound } from '../../../cloudfunctions/core/match-round/match-round';
import { GroupShelves } from './group-shelves';
import { SupplyShelf } from './supply-shelf';
import { FundShelves, isFundEffect } from './fund-shelves';
import { LedgerBook } from './ledger-book';
import { isRatedEffect, RatingShelves } from './rating-shelves';
import { isServiceEffect, ServiceShelves } from './service-shelves';
import { isShopEffect, ShopShelf } from './shop-shelf';
import { isTeamEffect, TeamShelves } from './team-shelves';

/** One wish is claimed at a time, the one freeze stands, no file was refused, nobody left or took over long ago, no message granted; plays do the rest. */
const LEFT_ALONE = ['closeShares', 'noteReach', 'syncGiverPeople', 'bundleOpenNeeds', 'openNeedProjects', 'countNeedProject', 'openConsult', 'inviteToConsult', 'countConsult', 'tellConsult', 'consultEnded', 'tellConsulted', 'syncSupplies', 'countSupply', 'claimProposed', 'closeMatchNotice', 'claimRated', 'carryPoints', 'endHold', 'releaseGift', 'endTry', 'releasePoints', 'voidHeldPoints', 'alignRound', 'foldRound', 'eraseFile', 'message', 'endContributions', 'notePayAccount', 'countStage', 'tellLeftover', 'seekPayment', 'countDirected', 'tellMatch', 'askMatch', 'tellMatchTerms', 'endMatch', 'tellLaneShut', 'openPledge', 'tellNeed', 'endPledges', 'followHours'] as const;
const isLeftAlone = (effect: Effect): effect is EffectOf<(typeof LEFT_ALONE)[number]> => (LEFT_ALONE as readonly string[]).includes(effect.kind);

/** Everything the demo's database holds, in memory. Effects are carried out here as `applyEffect` does in the program. */
export class Town {
  readonly members = new Map<string, Member>();
  readonly wishes = new Map<string, Wish>();
  readonly claims = new Map<string, ClaimRecord>();
  readonly tasks = new Map<string, Task>();
  readonly notices = new Map<string, Notice>();
  readonly callees = new Map<string, Callee>();
  readonly media = new Map<string, Media>();
  readonly quotas = new Map<string, OpenWishQuota>();
  readonly prints = new Map<string, readonly SentencePrint[]>();
  readonly helpBacks = new Map<string, HelpBackTurn>();
  readonly audit = new Map<string, AuditLine>();
  readonly rounds = new Map<string, Round>();
  readonly roundCodes = new Map<string, { readonly _id: string; readonly roundId: string }>();
  /** What a gift and its last leg have yet to tell each other; the play of a last leg carries it out. */
  readonly toldAcross: EffectOf<'tellErrand' | 'tellLastLeg'>[] = [];
  readonly book = new LedgerBook();
  readonly persons = new AggregateShelf(PERSON_KIND, (effect) => this.carryOut(effect));
  readonly units = new AggregateShelf(UNIT_KIND, (effect) => this.carryOut(effect));
  readonly ratings = new AggregateShelf(RATING_KIND, (effect) => this.carryOut(effect));
  readonly rated = new RatingShelves(
    { member: (id) => this.members.get(id) ?? null, unit: (id) => this.units.documents.get(id) ?? this.shops.shelf.documents.get(id) ?? null, person: (id) => this.persons.documents.get(id) ?? null, socialWorker: (areaIds, cause) => this.socialWorkerOf(areaIds, cause) },
    (effect) => this.carryOut(effect),
  );
  readonly doings = new ActivityShelves((effect) => this.carryOut(effect));
  readonly service = new ServiceShelves((effect) => this.carryOut(effect), this.book, (id) => this.member(id));
  readonly certified = new CertificateShelves((effect) => this.carryOut(effect), (id) => this.member(id), (memberId, skill) => this.changeMember(memberId, ({ skills }) => ({ skills: [...skills.filter((one) => one !== skill), skill] })));
  readonly gathered = new TeamShelves((effect) => this.carryOut(effect), (memberId, change) => this.changeMember(memberId, change));
  /** What lane B stands on, once it is told. */
  ground: LaneGround | null = null;
  readonly campaigning = new CampaignShelves((effect) => this.carryOut(effect));
  readonly directed = new AggregateShelf(DIRECTED_KIND, (effect) => this.carryOut(effect));
  readonly needPlans = new AggregateShelf(NEED_PLAN_KIND, (effect) => this.carryOut(effect));
  readonly needProjects = new AggregateShelf(NEED_PROJECT_KIND, (effect) => this.carryOut(effect));
  readonly consulting = { consults: new AggregateShelf(CONSULT_KIND, (effect) => this.carryOut(effect)), voices: new Map<string, ConsultVoice>(), words: new Map<string, ConsultWord>() };
  readonly matching = { rounds: new Map<string, MatchRound>(), pages: new Map<string, MatchPage>(), proposals: new Map<string, MatchProposal>(), pushWeeks: new Map<string, PushWeek>() };
  readonly grouped = new GroupShelves((effect) => this.carryOut(effect));
  readonly supplies = new SupplyShelf((effect) => this.carryOut(effect), () => [...this.claims.values()]);
  readonly shops = new ShopShelf((effect) => this.carryOut(effect), (memberId, change) => this.changeMember(memberId, change), () => [...this.claims.values()]);
  readonly granted = new FundShelves((effect) => this.carryOut(effect));
  readonly thanks = new AggregateShelf(THANKS_KIND, (effect) => this.carryOut(effect));
  readonly safetyReports = new AggregateShelf(SAFETY_KIND, (effect) => this.carryOut(effect));
  readonly giverNotes = new AggregateShelf(GIVER_NOTE_KIND, (effect) => this.carryOut(effect));
  readonly freezes = new AggregateShelf(FREEZE_KIND, (effect) => this.carryOut(effect));
  readonly favourReports = new Map<string, FavourReport>();
  readonly thanksNames = new Map<string, OwnName>();
  readonly lanes = new AggregateShelf(LANE_KIND, (effect) => this.carryOut(effect));
  readonly linked = new AggregateShelf(LINKED_KIND, (effect) => this.carryOut(effect));
  readonly publicities = new AggregateShelf(PUBLICITY_KIND, (effect) => this.carryOut(effect));
  readonly difficultyCases = new AggregateShelf(DIFFICULTY_KIND, (effect) => this.carryOut(effect));

  constructor(members: readonly Member[]) {
    for (const member of members) {
      this.members.set(member._id, member);
      this.quotas.set(openWishQuotaId(member.householdId), {
        _id: openWishQuotaId(member.householdId), kind: 'openWishes', householdId: member.householdId, reservations: {}, count: 0, revision: 0, wakeAtMs: NEVER_MS,
      });
    }
  }

  member(memberId: string): Member {
    const member = this.members.get(memberId);
    if (!member) throw new Error(`the demo has no member ${memberId}`);
    return member;
  }

  reserveOpenWish(householdId: string, wishId: string, atMs: number): void {
    this.changeQuota(openWishQuotaId(householdId), (reservations) => ({ ...reservations, [wishId]: { reservedAtMs: atMs } }));
  }

  carryOut(effect: Effect): void {
    if (isRatedEffect(effect)) return this.rated.carryOut(effect);
    if (isActivityEffect(effect)) return this.doings.carryOut(effect);
    if (isServiceEffect(effect)) return this.service.carryOut(effect);
    if (isCertificateEffect(effect)) return this.certified.carryOut(effect);
    if (isTeamEffect(effect)) return this.gathered.carryOut(effect);
    if (isFundEffect(effect)) return this.granted.carryOut(effect);
    if (isLeftAlone(effect) || effect.kind === 'seekSuggestion') return;
    if (isShopEffect(effect)) return this.shops.carryOut(effect);
    switch (effect.kind) {
      case 'notice':
        return void (this.notices.has(effect.noticeId) || this.notices.set(effect.noticeId, noticeOf(effect)));
      case 'tellSuggestion':
      case 'tellEarned':
        return this.carryOut(effect.kind === 'tellSuggestion' ? suggestionNotice(effect) : { kind: 'notice', ...effect.notice, body: `${effect.notice.body}${this.book.usualWords(effect.earning)}` });
      case 'finishNotice':
      case 'postponeNotice':
        return effect.kind === 'finishNotice' ? this.finishNotice(effect) : this.postponeNotice(effect);
      case 'openTask':
        return void (this.tasks.has(effect.taskId) || this.tasks.set(effect.taskId, newTask(effect, this.assigneeOf(effect))));
      case 'closeTask':
        return this.closeTask(effect);
      case 'claimRecord':
        return this.saveClaim(effect.record);
      case 'earnPoints':
      case 'reinstatePoints':
      case 'voidPoints':
      case 'holdPoints':
      case 'moveMoney':
      case 'endMoney':
        return this.book.carryOut(effect);
      case 'tellPayment':
      case 'noteGiver':
        return effect.kind === 'noteGiver' ? this.campaigning.noteGiver(effect) : this.hearPayment(effect);
      case 'checkMedia':
        return this.checkMedia(effect);
      case 'releaseQuota':
        return this.changeQuota(effect.quotaId, (reservations) => Object.fromEntries(Object.entries(reservations).filter(([id]) => id !== effect.reservationId)));
      case 'flagOverdue':
      case 'unflagOverdue':
        return effect.kind === 'unflagOverdue' ? this.unflag(effect) : this.changeMember(effect.memberId, (member) => ({ overdueClaimIds: [...member.overdueClaimIds, effect.claimId] }));
      case 'startPublicity':
        return this.publicities.insert(newPublicity(effect, {}), effect.atMs);
      case 'takeDownPublicity':
        return this.publicities.act(effect.publicityId, effect.atMs, (found) => decideTakingDown(found, effect.note, effect.atMs));
      case 'publicityEnded':
        return this.hearPublicityEnd(effect);
      case 'inviteToHelp':
        return this.inviteToHelp(effect);
      case 'audit':
        return void this.audit.set(effect.line.auditId, effect.line);
      case 'personLink':
      case 'syncParty':
        return effect.kind === 'personLink' ? this.linkPerson(effect) : this.syncParty(effect);
      case 'shiftRated':
        throw new Error('nobody rates a shift in the demo before it begins');
      case 'openErrand':
        return void (this.wishes.has(effect.errand._id) || this.wishes.set(effect.errand._id, effect.errand));
      case 'tellErrand':
      case 'tellLastLeg':
        return void this.toldAcross.push(effect);
      case 'notePrint':
        return this.notePrint(effect);
      case 'reportSafety':
      case 'alertStaff':
        return effect.kind === 'alertStaff' ? this.alertStaff(effect) : this.safetyReports.insert(effect.report, effect.report.createdAtMs);
      default:
        throw new Error(`the demo does not know ${JSON.stringify(effect satisfies never)}`);
    }
  }

  private hearPayment({ directedId, contributionId, amountFen, news, atMs }: EffectOf<'tellPayment'>): void {
    this.directed.act(directedId, atMs, (gift) => decidePaymentNews(gift, contributionId, amountFen, news, atMs));
  }

  /** Wishes live in a play of their own, which asks the publicity itself. */
  private hearPublicityEnd(effect: EffectOf<'publicityEnded'>): void {
    if (effect.subjectKind === 'campaign') this.hearCampaignPublicity(effect);
    if (effect.subjectKind === 'leftover') this.campaigning.campaigns.act(campaignOfSubject(effect.subjectId), effect.atMs, (found) => decideLeftoverEnd(found, effect));
    if (effect.subjectKind === 'difficulty') this.difficultyCases.act(effect.subjectId, effect.atMs, (found) => decidePublicityEnd(found, effect));
  }

  private hearCampaignPublicity(effect: EffectOf<'publicityEnded'>): void {
    if (this.ground === null) throw new Error('the lane of the demo has no ground');
    const facts = { ground: this.ground, hasOverdueElsewhere: false };
    this.campaigning.campaigns.act(campaignOfSubject(effect.subjectId), effect.atMs, (found) => decideCampaignPublicity(found, effect, facts));
  }

  /** Looked for as the program does: in the community first, then in the street, then in the district. */
  private assigneeOf({ assignTo, areaIds, taskId }: EffectOf<'openTask'>): Assignee | null {
    return assignTo === null ? null : this.socialWorkerOf(areaIds, taskId);
  }

  private socialWorkerOf(areaIds: readonly string[], cause: string): Assignee | null {
    const people = [...this.members.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
    for (const node of [...areaIds.slice(0, 3)].reverse()) {
      const found = pickAssignee(people.filter((person) => person.roleAreaIds.includes(node)), 'socialWorker', areaIds.at(-1) ?? '', cause);
      if (found !== null) return found;
    }
    return null;
  }

  private changeMember(memberId: string, change: (member: Member) => Partial<Member>): void {
    const member = this.member(memberId);
    this.members.set(memberId, { ...member, ...change(member), revision: member.revision + 1 });
  }

  private syncParty({ unitId, memberId }: EffectOf<'syncParty'>): void {
    const isContact = this.units.get(unitId).contactId === memberId;
    this.changeMember(memberId, (member) => ({ partyIds: [...member.partyIds.filter((partyId) => partyId !== unitId), ...(isContact ? [unitId] : [])] }));
  }

  private inviteToHelp(effect: EffectOf<'inviteToHelp'>): void {
    const turnId = turnIdOf(effect.householdId);
    const last = this.helpBacks.get(turnId);
    if (last !== undefined && last.lastAtMs > effect.atMs - RULES.helpBack.pauseMs) return;
    this.helpBacks.set(turnId, { _id: turnId, lastAtMs: effect.atMs, lastWishId: effect.wishId });
    this.carryOut(invitationOf(effect));
  }

  private linkPerson({ memberId, personId }: EffectOf<'personLink'>): void {
    const person = this.persons.get(personId);
    const isTheirs = person.memberId === memberId;
    const homes = Object.entries(this.member(memberId).paperHomes).filter(([id]) => id !== personId);
    this.changeMember(memberId, (member) => ({ paperHomes: Object.fromEntries([...homes, ...(isTheirs ? [[personId, person.householdId] as const] : [])]), partyIds: [...member.partyIds.filter((partyId) => partyId !== personId), ...(isTheirs ? [personId] : [])] }));
  }

  private unflag({ memberId, claimId }: EffectOf<'unflagOverdue'>): void {
    if (!this.member(memberId).overdueClaimIds.includes(claimId)) return;
    this.changeMember(memberId, (member) => ({ overdueClaimIds: member.overdueClaimIds.filter((id) => id !== claimId), settledClaimIds: [...member.settledClaimIds, claimId] }));
  }

  private changeQuota(quotaId: string, change: (reservations: OpenWishQuota['reservations']) => OpenWishQuota['reservations']): void {
    const quota = this.quotas.get(quotaId);
    if (!quota) throw new Error(`the demo has no quota ${quotaId}`);
    const reservations = change(quota.reservations);
    this.quotas.set(quotaId, { ...quota, reservations, count: Object.keys(reservations).length, revision: quota.revision + 1 });
  }

  private finishNotice({ noticeId, atMs }: EffectOf<'finishNotice'>): void {
    const notice = this.notices.get(noticeId);
    if (!notice || notice.todoState !== 'open') return;
    // Who did what a notice asked for has read it.
    this.notices.set(noticeId, { ...notice, todoState: 'done', readAtMs: notice.readAtMs ?? atMs, place: noticePlace(null, notice.createdAtMs, noticeId) });
  }

  private postponeNotice({ noticeId, body, dueAtMs }: EffectOf<'postponeNotice'>): void {
    const notice = this.notices.get(noticeId);
    if (notice && notice.todoState === 'open') this.notices.set(noticeId, { ...notice, body, todoDueAtMs: dueAtMs, place: noticePlace(dueAtMs, notice.createdAtMs, noticeId) });
  }

  private notePrint({ communityId, print }: EffectOf<'notePrint'>): void {
    const { printsKept, printsMs, ownPrintsKept, ownPrintsMs } = RULES.rating;
    for (const [id, kept, withinMs] of [[communityId, printsKept, printsMs], [print.raterId, ownPrintsKept, ownPrintsMs]] as const) {
      const prints = withPrint(this.prints.get(id) ?? [], print, kept, withinMs);
      if (prints !== null) this.prints.set(id, prints);
    }
  }

  private alertStaff({ alertId, areaIds, exceptIds, title, body, pictureKey, target, atMs }: EffectOf<'alertStaff'>): void {
    for (const { _id: memberId } of alerted([...this.members.values()], areaIds.at(-1) ?? '', exceptIds)) {
      this.carryOut({ kind: 'notice', noticeId: deriveId('n', alertId, memberId), memberId, title, body, pictureKey, target, todo: null, atMs });
    }
  }

  private closeTask({ taskId, atMs, note }: EffectOf<'closeTask'>): void {
    const task = this.tasks.get(taskId);
    if (task && task.state === 'open') this.tasks.set(taskId, { ...task, state: 'done', closedAtMs: atMs, note });
  }

  private saveClaim(record: ClaimRecord): void {
    const standing = this.claims.get(record._id);
    if (!standing || standing.revision < record.revision) this.claims.set(record._id, record);
  }

  /** WeChat's check of the demo's pictures was over within seconds; `WishPlay` tells the wish. */
  private checkMedia(effect: EffectOf<'checkMedia'>): void {
    const media = mediaOf(effect);
    this.media.set(media._id, { ...media, state: 'shown', traceId: `demo-${media._id}`, wakeAtMs: NEVER_MS });
  }
}
