import { useRouter } from '@tarojs/taro';
import { AnswerScreen } from '@/features/directed/answer-screen';
import { GiftGate } from '@/features/directed/gift-gate';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';

const NOT_NOW = { title: '现在不用答复', note: '有同事答复过了，或者是您自己、您的店、您的单位给的。' } as const;

/** 接下: the four facts, who answers for it, until when. */
export default function AnswerDirectedPage() {
  const directedId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate roles={['administrator', 'staff', 'socialWorker']}>{() => <GiftGate directedId={directedId} title="接下这一份" refusalOf={({ may }) => (may.canAnswer ? null : NOT_NOW)}>{(gift) => <AnswerScreen gift={gift} />}</GiftGate>}</MemberGate>;
}
