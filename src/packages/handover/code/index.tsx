import { useRouter } from '@tarojs/taro';
import { CodeScreen } from '@/features/handover/code-screen';
import { MemberGate } from '@/features/home/member-gate';
import { readQuery } from '@/lib/pages';

/** 交接码 */
export default function HandoverCodePage() {
  const { params } = useRouter();
  return <MemberGate title="交接码" about="先加入您的社区，再来办这件事。" back="myWishes">{() => <CodeScreen wishId={readQuery(params, 'wishId') ?? ''} claimId={readQuery(params, 'claimId') ?? ''} />}</MemberGate>;
}
