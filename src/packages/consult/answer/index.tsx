import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import type { ConsultWordView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { AnswerBar, hasAnswerBar } from '@/features/consult/answer-bar';
import { AnswerBody } from '@/features/consult/answer-screen';
import { MemberGate } from '@/features/member/member-gate';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 答复大家 */
export default function ConsultAnswerPage() {
  const consultId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate roles={['administrator', 'staff', 'socialWorker']}>{() => <Answer consultId={consultId} />}</MemberGate>;
}

function Answer({ consultId }: { consultId: string }) {
  const query = useApiQuery('consult.get', { consultId });
  const [chosen, setChosen] = useState<readonly ConsultWordView[]>([]);
  const consult = query.data;
  if (consult === undefined) return <Screen title="答复大家">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看社区在商量什么', onClick: () => void openPage('consults') }} />}</Screen>;
  return (
    <Screen title="答复大家" bottom={hasAnswerBar(consult) ? <AnswerBar consult={consult} chosen={chosen} onAnswered={() => setChosen([])} /> : undefined}>
      <AnswerBody consult={consult} chosen={chosen} onChoose={setChosen} />
    </Screen>
  );
}
