import type { ApiContract, RouteName } from '@contract';
import type { Dice } from '../../../bench/dice';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { memberIdOfSignUp, type Shift, type SignUp } from '../../../cloudfunctions/core/shift/shift';
import { ADMIN, Community, COMMUNITY, DAY_MS, GRID, HOUR_MS, newOperation, STAFF } from '../../flows/support/community';
import { addShifts, draftActivity } from '../../flows/support/activity-steps';
import type { Call } from './lanes';

const PEOPLE = 30;
/** Eight calls, the timer and answers about words side by side. */
const INSTANCES = 12;
const LEAD = 'oShift0x';
/** Staff who lead nothing judge why somebody did not come. */
const JUDGE = 'oShift1x';
const openidOf = (index: number): string => `oShift${index}x`;

/** Shifts ahead at a time: few, so that they are full and people wait. */
const AHEAD = 6;
const MINUTE_MS = 60_000;

type Route = RouteName;
type Input<R extends Route> = ApiContract[R]['input'];

/** Thirty neighbours, one of them a lead, and small shifts that soon are full. */
export class TownOfShifts {
  private readonly openids = new Map<string, string>();
  private activityId = '';

  private constructor(
    readonly community: Community,
    private readonly dice: Dice,
  ) {}

  static async found(dice: Dice): Promise<TownOfShifts> {
    const town = new TownOfShifts(await Community.found(INSTANCES), dice);
    const { community } = town;
    const indices = Array.from({ length: PEOPLE }, (_unused, index) => index);
    for (let from = 0; from < PEOPLE; from += 8) await Promise.all(indices.slice(from, from + 8).map((index) => community.join(openidOf(index), `邻居${index}`, GRID)));
    await community.grant(JUDGE, 'staff', COMMUNITY);
    for (const { _id, openid } of community.documents<Member>('members')) town.openids.set(_id, openid);
    await town.open();
    return town;
  }

  /** An activity of its own for each batch of times: one holds only so many over its life. */
  private async open(): Promise<void> {
    const { community } = this;
    this.activityId = await draftActivity(community);
    await this.addTimes(AHEAD);
    await community.must(STAFF, 'activity.submit', { activityId: this.activityId });
    await community.must(ADMIN, 'activity.decide', { activityId: this.activityId, decision: { kind: 'publish' } });
    await community.runJobs();
  }

  private async addTimes(count: number): Promise<void> {
    const { code } = await this.community.me(LEAD);
    const startsInMs = HOUR_MS * (3 + this.dice.roll(60));
    await addShifts(this.community, this.activityId, { startsInMs, lastsMs: 2 * HOUR_MS, capacity: 2 + this.dice.roll(5), count, leadCode: code });
  }

  get shifts(): readonly Shift[] {
    return this.community.documents<Shift>('shifts');
  }

  get ahead(): readonly Shift[] {
    return this.shifts.filter(({ state, startsAtMs }) => state === 'open' && startsAtMs > this.community.nowMs());
  }

  memberIdOf(openid: string): string {
    return [...this.openids].find(([, known]) => known === openid)?.[0] ?? '';
  }

  /** Between waves, without faults: where nothing is ahead nothing can happen. */
  async restock(): Promise<void> {
    if (this.ahead.length >= AHEAD / 2) return;
    await this.community.arm();
    await this.open();
  }

  /** What somebody does now: mostly what fits the state of a shift, at times anything. */
  draw(): Call {
    const { dice, community } = this;
    const past = this.shifts.filter(({ state, startsAtMs }) => state === 'over' || (state === 'open' && startsAtMs <= community.nowMs()));
    const drawn = dice.roll(100);
    if (drawn < 8) return this.read();
    if (drawn < 20 && past.length > 0) return this.afterwards(dice.pick(past));
    const confirmed = this.shifts.filter(({ state }) => state === 'confirmed');
    if (drawn < 34 && confirmed.length > 0) return this.aboutConfirmed(dice.pick(confirmed.slice(-AHEAD)));
    const { ahead } = this;
    const shift = dice.pick(ahead.length > 0 ? ahead : this.shifts);
    if (drawn < 62) return this.signUp(shift);
    if (drawn < 94) return this.onSignUp(shift);
    return this.manage(shift);
  }

  private signUp(shift: Shift): Call {
    const { dice } = this;
    const companions = dice.roll(4) === 0 ? [{ name: '家里人', relation: 'family' as const, isMinor: false }] : [];
    return this.call(openidOf(dice.roll(PEOPLE)), 'shift.signUp', { shiftId: shift._id, companions, hasConsent: companions.length > 0, ifFull: dice.roll(4) === 0 ? 'similar' : 'wait' });
  }

  private pick(shift: Shift, isFit: (signUp: SignUp) => boolean): readonly [signUpId: string, openid: string] {
    const known = Object.entries(shift.signUps).filter(([signUpId]) => memberIdOfSignUp(signUpId) !== null);
    const fit = known.filter(([, signUp]) => isFit(signUp));
    const [signUpId] = fit.length > 0 && this.dice.roll(8) > 0 ? this.dice.pick(fit) : known.length > 0 ? this.dice.pick(known) : ['nobody_1'];
    return [signUpId, this.openids.get(memberIdOfSignUp(signUpId) ?? '') ?? LEAD];
  }

  /** Offers first: they are few, and end soon. */
  private onSignUp(shift: Shift): Call {
    const { dice } = this;
    const offered = this.ahead.find(({ signUps }) => Object.values(signUps).some(({ state }) => state === 'offered'));
    if (offered !== undefined && dice.roll(3) > 0) {
      const [signUpId, openid] = this.pick(offered, ({ state }) => state === 'offered');
      return this.call(openid, 'shift.answerOffer', { shiftId: offered._id, signUpId, accept: dice.roll(3) > 0 });
    }
    const asked = this.ahead.find(({ signUps }) => Object.values(signUps).some(({ state }) => state === 'asked'));
    if (asked !== undefined && dice.roll(3) === 0) return this.call(LEAD, 'shift.approve', { shiftId: asked._id, signUpId: this.pick(asked, ({ state }) => state === 'asked')[0], accept: dice.roll(3) > 0 });
    const [signUpId, openid] = this.pick(shift, ({ state }) => state === 'joined' || state === 'waiting');
    return this.call(openid, 'shift.cancelSignUp', { shiftId: shift._id, signUpId, reason: dice.roll(8) === 0 ? '' : '家里有事' });
  }

  /** The roster in one go: some came, some not, some left at a time nobody noted; a neighbour came without a sign-up. */
  private afterwards(shift: Shift): Call {
    const { dice, community } = this;
    const { startsAtMs, endsAtMs } = shift;
    const latestMs = Math.min(endsAtMs, community.nowMs());
    const toMs = (): number | null => (dice.roll(4) === 0 || latestMs <= startsAtMs ? null : latestMs - (latestMs - startsAtMs > 40 * MINUTE_MS ? dice.roll(30) * MINUTE_MS : 0));
    const came = Object.entries(shift.signUps).flatMap(([signUpId, signUp]) => (signUp.state === 'joined' && dice.roll(3) > 0 ? [{ signUpId, self: { fromMs: startsAtMs, toMs: toMs() }, companionsCame: signUp.seats - 1 }] : []));
    return this.call(dice.roll(4) === 0 ? STAFF : LEAD, 'shift.confirmRoster', { shiftId: shift._id, came, walkIns: [{ code: null, name: '路过的大爷', fromMs: startsAtMs, toMs: null }] });
  }

  private aboutConfirmed(shift: Shift): Call {
    const { dice } = this;
    const drawn = dice.roll(3);
    if (drawn === 0) {
      const [signUpId, openid] = this.pick(shift, ({ state, toMs }) => state === 'attended' && toMs === undefined);
      return this.call(openid, 'shift.sayEnd', { shiftId: shift._id, signUpId, toMs: shift.endsAtMs - dice.roll(60) * MINUTE_MS });
    }
    if (drawn === 1) {
      const [signUpId] = this.pick(shift, ({ appeal }) => appeal === 'open');
      return this.call(JUDGE, 'shift.decideAbsence', { shiftId: shift._id, signUpId, excuse: dice.roll(2) === 0, words: '问过了' });
    }
    const [signUpId, openid] = this.pick(shift, ({ state }) => state === 'absent' || state === 'noShow');
    return this.call(openid, 'shift.sayWhy', { shiftId: shift._id, signUpId, reason: dice.pick(['ill', 'caring', 'other'] as const), words: '那天停电' });
  }

  private manage(shift: Shift): Call {
    const { dice } = this;
    if (dice.roll(15) === 0) return this.call(STAFF, 'shift.cancel', { shiftId: shift._id, reason: '下大雨' });
    const laterMs = dice.roll(3) === 0 ? (1 + dice.roll(3)) * HOUR_MS : 0;
    const input: Input<'shift.update'> = { shiftId: shift._id, startsAtMs: shift.startsAtMs + laterMs, endsAtMs: shift.endsAtMs + laterMs, placeText: '青枫驿站门口', capacity: Math.max(1, shift.capacity - 1 + dice.roll(3)), leadCode: null };
    return this.call(LEAD, 'shift.update', input);
  }

  private read(): Call {
    const { dice } = this;
    const openid = openidOf(dice.roll(PEOPLE));
    const shiftId = dice.pick(this.shifts)._id;
    return dice.pick([this.call(openid, 'shift.get', { shiftId }), this.call(openid, 'shift.mine', { ahead: true }), this.call(LEAD, 'shift.roster', { shiftId }), this.call(openid, 'activity.list', { fromDay: null, toDay: null, kind: null }), this.call(LEAD, 'shift.led', {})]);
  }

  private call<R extends Route>(openid: string, route: R, input: Input<R>): Call {
    return { openid, route, input, operationId: newOperation() };
  }
}

/** How far the clock jumps between two waves: offers end within hours, answers within days. */
export const SHIFT_JUMPS_MS = [10 * MINUTE_MS, HOUR_MS, 2 * HOUR_MS, 5 * HOUR_MS, 20 * HOUR_MS, 2 * DAY_MS] as const;
