import { LINKED_PLATFORMS, type LinkedCardView, type LinkedView } from '@contract';
import { worksAt, type Member } from '../member/member';
import type { LinkedCampaign } from './linked-campaign';

export const LINKED_CARD_FIELDS = ['state', 'areaName', 'facts', 'shownAtMs', 'editedAtMs', 'mirrored'] as const satisfies readonly (keyof LinkedCampaign)[];

export const linkedCardView = (campaign: Pick<LinkedCampaign, '_id' | (typeof LINKED_CARD_FIELDS)[number]>): LinkedCardView => ({
  linkedId: campaign._id, title: campaign.facts.title, charityName: campaign.facts.charityName, platformName: LINKED_PLATFORMS[campaign.facts.platform], areaName: campaign.areaName, state: campaign.state,
  endsAtMs: campaign.facts.endsAtMs, raisedText: campaign.mirrored?.raisedText ?? '', raisedAtMs: campaign.mirrored?.raisedAtMs ?? null,
});

const isOfStaff = (campaign: LinkedCampaign, reader: Member | null): boolean => reader !== null && worksAt(reader, campaign.areaId);

/** What no second person looked at is there for staff of its area only. */
export const maySeeLinked = (campaign: LinkedCampaign, reader: Member | null): boolean => campaign.state === 'shown' || campaign.state === 'ended' || isOfStaff(campaign, reader);

/** `isLaneOpen`: where the lane is closed nothing leads to the platform. */
export const linkedView = (campaign: LinkedCampaign, isLaneOpen: boolean, reader: Member | null): LinkedView => {
  const { facts, state, mirrored } = campaign;
  const isStaff = isOfStaff(campaign, reader);
  return {
    ...linkedCardView(campaign), areaId: campaign.areaId, version: campaign.version, story: facts.story, certificateNo: facts.certificateNo, filingNo: facts.filingNo, platform: facts.platform,
    link: state === 'shown' && isLaneOpen ? facts.link : null, raisedSource: mirrored?.source ?? '', disclosures: campaign.disclosures, note: campaign.note,
    enteredByName: isStaff ? campaign.enteredByName : '', checkedByName: isStaff ? campaign.checkedByName : '', staffLink: isStaff ? facts.link : null,
    canEdit: isStaff && state !== 'ended', canCheck: isStaff && state === 'checking' && campaign.editedById !== reader?._id, canTell: isStaff && (state === 'shown' || state === 'ended'),
  };
};
