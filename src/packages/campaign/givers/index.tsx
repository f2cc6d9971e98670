import { useRouter } from '@tarojs/taro';
import { MemberGate } from '@/features/member/member-gate';
import { GiversScreen } from '@/features/mutual/givers-screen';
import { readQuery } from '@/lib/pages';

/** 出过一份的邻居 */
export default function GiversPage() {
  const campaignId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="campaigns">{() => <GiversScreen campaignId={campaignId} />}</MemberGate>;
}
