import { useRouter } from '@tarojs/taro';
import { RedeemScreen } from '@/features/handover/redeem-screen';
import { MemberGate } from '@/features/home/member-gate';
import { readQuery } from '@/lib/pages';

/** 核对交接码 */
export default function RedeemCodePage() {
  const { params } = useRouter();
  return (
    <MemberGate title="核对交接码" about="先加入您的社区，再来办这件事。" back="myClaims">
      {() => <RedeemScreen wishId={readQuery(params, 'wishId') ?? null} claimId={readQuery(params, 'claimId') ?? null} title={readQuery(params, 'title') ?? ''} />}
    </MemberGate>
  );
}
