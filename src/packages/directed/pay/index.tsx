import { useRouter } from '@tarojs/taro';
import type { DirectedView } from '@contract';
import { GiveScreen } from '@/features/contribution/give-screen';
import type { GiveTarget } from '@/features/contribution/give-target';
import { payReturnWords, publicName } from '@/features/directed/directed-words';
import { GiftGate } from '@/features/directed/gift-gate';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';

/** 付款: what was agreed, in parts or all at once. */
export default function PayDirectedPage() {
  const directedId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="directedList">{() => <GiftGate directedId={directedId} title="付款" refusalOf={refusalOf}>{(gift) => <GiveScreen target={targetOf(gift)} />}</GiftGate>}</MemberGate>;
}

const refusalOf = ({ may }: DirectedView) => (may.canPay ? null : { title: '现在不用付', note: may.payRefusal ?? '都付了，或者还没说定。' });

const NO_FACTS = { who: '', done: '', uses: '', where: '' } as const;

function targetOf(gift: DirectedView): GiveTarget {
  const { directedId, title, entityName, payLimits, facts } = gift;
  return { lane: 'directed', targetId: directedId, title, facts: facts ?? NO_FACTS, entityName, limits: payLimits, choicesFen: [payLimits.maximumFen], returnWords: payReturnWords(gift, serverNowMs()), nameText: publicName(gift) };
}
