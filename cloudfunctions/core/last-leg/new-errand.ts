import { NO_WISH_HANDOVER } from '../handover/claim-handover';
import { deriveId } from '../kernel/ids';
import { NO_RESCUE } from '../rescue/rescue';
import { wishTokensOf } from '../wish/submit-wish';
import type { Claim, Review, Wish } from '../wish/wish';
import type { ClaimErrand } from './last-leg';

/** Nobody wrote these words, so nobody reviews them. */
const unreviewed = (atMs: number): Review => ({
  dueAtMs: atMs, needsCare: false, note: '', answer: '', reviewerId: null, reviewerName: '',
  benefits: { state: 'none', hits: [], byId: null, byName: '', note: '' }, decidedAtMs: atMs, taskId: null, askNoticeId: null, steps: {},
});

/**
 * Said by the program: which station and nothing else. What it is, for whom and why stays between the two and the station;
 * that somebody can't come down is nobody's business.
 */
const wordsOf = (stationName: string): Pick<Wish, 'title' | 'story'> => {
  const station = stationName === '' ? '社区驿站' : stationName;
  return {
    title: `从${station}捎一件到邻居家`,
    story: `东西在${station}，请一位同社区的邻居顺路捎一程，送到邻居家门口。接下以后，双方在“联系对方”里互相留个电话，说好几点、送到哪儿；去驿站报自己的名字就能取。`,
  };
};

/** The errand as it is first written: on the wall of its community at once, one share, without anything of its parent's own words. */
export const newErrand = (parent: Wish, claim: Claim, leg: Pick<ClaimErrand, 'errandId' | 'takeByMs'>, atMs: number): Wish => {
  const words = wordsOf(parent.stationName);
  const eventId = deriveId('e', leg.errandId, 'opened');
  return {
    _id: leg.errandId,
    errandFor: { wishId: parent._id, claimId: claim.claimId, giverId: claim.claimerId, isArrived: claim.state === 'delivered', isOver: false },
    state: 'open',
    wallState: 'claimable',
    isLive: true,
    revision: 1,
    posterId: parent.posterId,
    posterName: parent.posterName,
    recipientIds: parent.recipientIds,
    channel: parent.channel,
    posterText: '邻居托的',
    postedByStaff: parent.postedByStaff,
    householdId: parent.householdId,
    onBehalf: null,
    ...words,
    category: 'service',
    pictureKey: 'hand',
    shareNote: '',
    estimatedValueFen: null,
    aboveCap: null,
    urgency: 'normal',
    windowEndMs: leg.takeByMs,
    handover: 'home',
    tradeCertificate: null,
    areaIds: parent.areaIds,
    areaId: parent.areaId,
    areaName: parent.areaName,
    communityId: parent.communityId,
    communityName: parent.communityName,
    stationName: parent.stationName,
    point: parent.point,
    searchTokens: wishTokensOf(parent.areaId, { title: words.title, shareNote: '', category: 'service' }),
    sharesWanted: 1,
    sharesLeft: 1,
    sharesHeld: 0,
    sharesDelivered: 0,
    claims: {},
    activeClaimerIds: [],
    claimCount: 0,
    photos: {},
    review: unreviewed(atMs),
    createdAtMs: atMs,
    publishedAtMs: atMs,
    completedAtMs: null,
    endedAtMs: null,
    unclaimedToldAtMs: null,
    roundId: null,
    ...NO_WISH_HANDOVER,
    rescue: NO_RESCUE,
    referral: null,
    referralAreaIds: [],
    referralDueAtMs: 0,
    helpBackAtMs: null,
    inputHash: '',
    outbox: { [eventId]: { kind: 'errandOpened', eventId, atMs, byId: parent.posterId } },
    pendingEvents: 1,
    wakeAtMs: atMs,
  };
};
