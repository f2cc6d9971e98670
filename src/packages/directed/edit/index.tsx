import { useRouter } from '@tarojs/taro';
import type { MeView } from '@contract';
import { GiverChoice, useGiverChoice } from '@/features/claim/giver-choice';
import { communityOfGiver } from '@/features/directed/directed-form';
import { EditDirectedScreen, NewDirectedScreen } from '@/features/directed/edit-screen';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';

/** 送一份, or changing it before staff answered. */
export default function EditDirectedPage() {
  const directedId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="directedList">{(me) => (directedId === '' ? <New me={me} /> : <EditDirectedScreen directedId={directedId} />)}</MemberGate>;
}

/** For one's shop, one's unit, or oneself: chosen as when claiming. */
function New({ me }: { me: MeView }) {
  const choice = useGiverChoice(me);
  return <NewDirectedScreen communityId={communityOfGiver(me.communityId, choice.as)} as={choice.as} asWhom={choice.options.length < 2 ? null : <GiverChoice choice={choice} />} />;
}
