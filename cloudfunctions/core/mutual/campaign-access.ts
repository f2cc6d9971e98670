import { holdsAt } from '../kernel/access';
import { worksAt, type Member } from '../member/member';
import type { Campaign } from './campaign';

type Placed = Pick<Campaign, 'communityId' | 'answerable' | 'state'>;

/** Neighbours of the community, shops admitted there, and whoever works for it (RULES.md section 2). */
export const isOfCommunity = ({ communityId }: Pick<Campaign, 'communityId'>, member: Member | null): member is Member =>
  member !== null && (member.communityId === communityId || holdsAt(member.roles, ['merchant'], communityId) || worksAt(member, communityId));

const HIDDEN: readonly Campaign['state'][] = ['draft', 'submitted', 'refused', 'withdrawn'];

/** What has not passed yet is its proposer's and the staff's. */
export const isHidden = (campaign: Placed, member: Member | null): boolean => HIDDEN.includes(campaign.state) && !(member !== null && (campaign.answerable.memberId === member._id || worksAt(member, campaign.communityId)));

export const answersForIt = ({ answerable }: Pick<Campaign, 'answerable'>, member: Member): boolean => answerable.memberId === member._id;

/** Staff of the community, never over what they answer for themselves. */
export const mayJudge = (campaign: Placed, member: Member): boolean => worksAt(member, campaign.communityId) && !answersForIt(campaign, member);

/** Whoever answers for it tells how it goes, and staff of the community where they do not. */
export const mayTell = (campaign: Placed, member: Member): boolean => answersForIt(campaign, member) || worksAt(member, campaign.communityId);
