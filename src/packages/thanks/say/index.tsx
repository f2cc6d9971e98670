import { useRouter } from '@tarojs/taro';
import { MemberGate } from '@/features/home/member-gate';
import { SayThanks } from '@/features/thanks/say-thanks';
import { readQuery } from '@/lib/pages';

/** 说声谢谢: one sentence, written or spoken, that only the giver has. */
export default function SayThanksPage() {
  const { params } = useRouter();
  const about = { wishId: readQuery(params, 'wishId') ?? '', claimId: readQuery(params, 'claimId') ?? '' };
  return <MemberGate title="说声谢谢" about="先加入您的社区，再来说谢谢。" back="myWishes">{() => <SayThanks about={about} isAgain={params.again === '1'} />}</MemberGate>;
}
