import { useRouter } from '@tarojs/taro';
import { ContributionScreen } from '@/features/contribution/contribution-screen';
import { MemberGate } from '@/features/member/member-gate';
import { openPage, readQuery } from '@/lib/pages';

/** 我出的一份, with its receipt. */
export default function ContributionPage() {
  const { params } = useRouter();
  return <MemberGate back="campaigns">{() => <ContributionScreen contributionId={readQuery(params, 'id') ?? ''} after={readQuery(params, 'after') ?? ''} onOpenTarget={({ lane, targetId }) => void openPage(lane === 'directed' ? 'directed' : 'campaign', { id: targetId })} />}</MemberGate>;
}
