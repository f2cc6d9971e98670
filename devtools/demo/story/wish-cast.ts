import type { Member } from '../../../cloudfunctions/core/member/member';
import type { SketchedWish } from '../wishes/wish-sketch';
import { CAST, type CastPerson } from '../community/cast';
import { CAST_PARTS, type CastPart } from './cast-parts';
import { drawGivers, type Stage } from './stage';

/** Who plays in one wish. */
export interface WishCast {
  readonly poster: Member;
  /** Looks at it; never who posted it. */
  readonly reviewer: Member;
  readonly socialWorker: Member;
  /** Those named for it first, then `count` drawn by chance in all. */
  givers(count: number, atMs: number): readonly Member[];
}

const first = (members: readonly Member[], what: string): Member => {
  const [member] = members;
  if (!member) throw new Error(`the demo lacks a ${what}`);
  return member;
};

const castOpenids = new Set<string>(CAST.map(({ openid }) => openid));
/** The shops of the cast help whoever asks; everybody else of the cast keeps to the part they have. */
const castShopOpenids = new Set<string>(CAST.filter((person: CastPerson) => person.roles.some(({ role }) => role === 'merchant')).map(({ openid }) => openid));

/** Residents post in turn, so that no household uses up its budget of open wishes. */
const nextResident = (stage: Stage, communityId: string, turn: number, atMs: number): Member => {
  const residents = stage.people.of(communityId, null).filter((member) => member.joinedAtMs < atMs - 3_600_000 && !castOpenids.has(member.openid));
  const member = residents[turn % residents.length];
  if (!member) throw new Error(`nobody lives in ${communityId} yet`);
  return member;
};

const shopNamed = (stage: Stage, communityId: string, name: string): Member =>
  first(stage.people.of(communityId, 'merchant').filter((member) => member.roles.some((held) => held.merchantName === name)), `shop ${name}`);

export function castWish(stage: Stage, sketch: SketchedWish, communityId: string, turn: number, sentMs: number): WishCast {
  const part: CastPart | undefined = sketch.cast === undefined ? undefined : CAST_PARTS[sketch.cast];
  const socialWorker = first(stage.people.of(communityId, 'socialWorker'), 'social worker');
  const poster = part ? stage.people.cast(part.poster) : sketch.byStaff ? socialWorker : nextResident(stage, communityId, turn, sentMs);
  const named = [...(part?.givers ?? []).map((key) => stage.people.cast(key)), ...(sketch.giver === undefined ? [] : [shopNamed(stage, communityId, sketch.giver)])];
  return {
    poster,
    socialWorker,
    reviewer: first(stage.people.of(communityId, 'staff'), 'member of staff'),
    givers: (count, atMs) => {
      const chosen = named.slice(0, count);
      const except = [poster, ...named].map((member) => member._id);
      const goesWrong = sketch.fate === 'overdue' || sketch.fate === 'notReceived';
      const keptOut = stage.people.members.filter(({ openid }) => castOpenids.has(openid) && (goesWrong || !castShopOpenids.has(openid))).map((member) => member._id);
      return [...chosen, ...drawGivers(stage, communityId, sketch.category, [...except, ...keptOut], count - chosen.length, atMs)];
    },
  };
}
