import { useRouter } from '@tarojs/taro';
import { MemberGate } from '@/features/member/member-gate';
import { EditCampaignScreen, NewCampaignScreen } from '@/features/mutual/edit-screen';
import { readQuery } from '@/lib/pages';

/** 提一件事, or changing it before it is handed in. */
export default function EditCampaignPage() {
  const { params } = useRouter();
  const campaignId = readQuery(params, 'id') ?? '';
  const wishId = readQuery(params, 'wishId') ?? '';
  return <MemberGate back="campaigns">{() => (campaignId === '' ? <NewCampaignScreen wishId={wishId} from={readQuery(params, 'draft') ?? ''} /> : <EditCampaignScreen campaignId={campaignId} />)}</MemberGate>;
}
