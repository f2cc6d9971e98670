import type { MessageTemplate, QuotaKind, Role, Skill, TypeSize } from '@contract';
import type { RoleHeld } from '../kernel/access';
import { holdsAt, STAFF_ROLES } from '../kernel/access';
import type { SweepPlace } from '../erase/sweep-names.use-case';
import type { GrantLine } from '../notice/grant-line';
import type { MemberEvent } from './member-event';

/** A person who joined. The id is a keyed hash of the openid; the openid is stored for messages only and never leaves. */
export interface Member {
  readonly _id: string;
  readonly openid: string;
  readonly state: 'active' | 'left';
  readonly displayName: string;
  /** Read out so that staff can give a role. */
  readonly code: string;
  readonly householdId: string;
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly communityId: string;
  readonly communityName: string;
  readonly gridId: string | null;
  readonly gridName: string | null;
  readonly dutyPhone: string;
  /** Where their community hands things over; kept here so that posting a wish needs no look at the area tree. */
  readonly stationName: string;
  /** The middle of the grid or community; never an address. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly roles: readonly RoleHeld[];
  /** Areas of `roles` with everything above them, for "who holds a role here"; plain, because a list asks for it. */
  readonly roleAreaIds: readonly string[];
  /** Whom they answer for besides themselves: units whose contact they are, shops they own, people on paper whose account they took over. */
  readonly partyIds: readonly string[];
  /** Shops whose clerk they are: they plan, deliver and hand out what the shop took on, and take nothing on for it. Absent with who joined before shops had clerks. */
  readonly clerkOf?: readonly string[];
  /** Homes of the papers among `partyIds`: their account counts as of those homes as well. */
  readonly paperHomes: Readonly<Record<string, string>>;
  /** Teams they are in, and those of them that they lead or stand in for; written by the teams' events, so that a list or a sign-up needs no look at a team. */
  readonly teamIds: readonly string[];
  readonly ledTeamIds: readonly string[];
  /** Certified by trainings they attended; kept here so that signing up needs no look at certificates. */
  readonly skills: readonly Skill[];
  readonly typeSize: TypeSize;
  readonly careMode: boolean;
  /** Whether wishes that suit what they offer are put before them between rounds; absent: yes. */
  readonly suggestions?: boolean;
  /** Subscription grants not used up: one grant, one message. */
  readonly grants: Readonly<Partial<Record<MessageTemplate, number>>>;
  /** How they came to be: each yes and no, each use, oldest first, at most `RULES.message.grantLines`. Absent with who was never asked since. */
  readonly grantLines?: readonly GrantLine[];
  /** Claims past their last moment; while there are any, no new claim. */
  readonly overdueClaimIds: readonly string[];
  /** Until when staff froze the account for new claims; 0 when they did not. */
  readonly frozenUntilMs: number;
  /** The last claims that stopped being overdue, so that a late repeat of the flag changes nothing; bounded. */
  readonly settledClaimIds: readonly string[];
  /** Calls that cost quota, by kind: an hour's number and how many in it. */
  readonly rates: Readonly<Partial<Record<QuotaKind, { readonly hour: number; readonly count: number }>>>;
  /** Of somebody who left: who they were (`WhoIsGone`), sealed, until no call of theirs can be under way and everything has been gone through. */
  readonly goneSealed?: string;
  /** Up to where that has come; absent before it began. */
  readonly gonePlace?: SweepPlace;
  readonly privacyVersion: string;
  readonly joinedAtMs: number;
  readonly revision: number;
  /** Operation ids of the last changes → hash of their input; at most `RECENT_OPERATIONS_MAX`. */
  readonly recentOperations: Readonly<Record<string, string>>;
  /** What must still be told or erased elsewhere; delivered at once, or by `jobs`. */
  readonly outbox: Readonly<Record<string, MemberEvent>>;
  readonly wakeAtMs: number;
}

export const RECENT_OPERATIONS_MAX = 20;

/** Whether the member works for the area in one of the roles (staff roles when none are named). */
export const worksAt = (member: Member, areaId: string, roles: readonly Role[] = STAFF_ROLES): boolean => holdsAt(member.roles, roles, areaId);

/** Everybody whose claims and gifts a person takes the steps of: whom they act as, and shops they are a clerk of. */
export const handsOf = (member: Pick<Member, '_id' | 'partyIds' | 'clerkOf'>): readonly string[] => [...partiesOf(member), ...(member.clerkOf ?? [])];

/** Everybody a person acts as: themselves and whom they answer for. */
export const partiesOf = (member: Pick<Member, '_id' | 'partyIds'>): readonly string[] => [member._id, ...member.partyIds];

/** Whether a wish may be put before them unasked: they are here, want to hear of it, and may claim now. */
export const hearsSuggestions = ({ state, suggestions = true, overdueClaimIds, frozenUntilMs }: Member, nowMs: number): boolean => state === 'active' && suggestions && overdueClaimIds.length === 0 && frozenUntilMs <= nowMs;

type Homes = Pick<Member, 'householdId' | 'paperHomes'>;

/** Every home a person counts as: whoever took over what was kept on paper is at home there too. */
export const homesOf = (member: Homes): readonly string[] => [member.householdId, ...Object.values(member.paperHomes)];

/** The home a new wish is of: that of the paper, so that asking by phone and by account uses one budget. */
export const homeOf = (member: Homes): string => Object.entries(member.paperHomes).sort(([a], [b]) => (a < b ? -1 : 1))[0]?.[1] ?? member.householdId;

/** How strangers read a resident: the first character and a star. */
export const maskedName = (displayName: string): string => `${[...displayName][0] ?? '邻'}*`;
