import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { choicesWithin } from '@/features/contribution/give-form';
import { GiveScreen } from '@/features/contribution/give-screen';
import { MemberGate } from '@/features/member/member-gate';
import { formatMoney } from '@/lib/format';
import { readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 出一份 */
export default function GivePage() {
  const campaignId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="campaigns">{() => <Give campaignId={campaignId} />}</MemberGate>;
}

function Give({ campaignId }: { campaignId: string }) {
  const query = useApiQuery('mutual.get', { campaignId });
  const campaign = query.data;
  const link = { text: '看这件事', onClick: () => void replacePage('campaign', { id: campaignId }) };
  if (campaign === undefined) return <Screen title="出一份">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={link} />}</Screen>;
  if (campaign.audience === 'outsider') return <Screen title="出一份"><ErrorState title="本社区成员可参加" note="这是邻居们自己的事。" link={link} /></Screen>;
  if (!campaign.may.give) return <Screen title="出一份"><ErrorState title="现在不收钱" note={campaign.may.giveRefusal ?? '看看别的怎么帮。'} link={link} /></Screen>;
  const { title, facts, entityName, giftLimits, minimumFen } = campaign;
  return <GiveScreen target={{ lane: 'mutual', targetId: campaignId, title, facts, entityName, limits: giftLimits, choicesFen: choicesWithin(giftLimits), returnWords: minimumFen === null ? null : `到期不够 ${formatMoney(minimumFen)}，每一分自动退回。`, nameText: null }} />;
}
