import { useRouter } from '@tarojs/taro';
import { MemberGate } from '@/features/member/member-gate';
import { NextStageScreen } from '@/features/mutual/next-stage-screen';
import { readQuery } from '@/lib/pages';

/** 开下一段 */
export default function NextStagePage() {
  const campaignId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="campaigns" roles={['administrator', 'staff', 'socialWorker']}>{() => <NextStageScreen campaignId={campaignId} />}</MemberGate>;
}
