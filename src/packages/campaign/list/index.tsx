import { Screen } from '@/components/screen/screen';
import { MemberGate } from '@/features/member/member-gate';
import { CampaignList } from '@/features/mutual/campaign-list';

/** 社区互助: what neighbours do together. */
export default function CampaignsPage() {
  return <Screen title="社区互助"><MemberGate back="campaigns">{() => <CampaignList />}</MemberGate></Screen>;
}
