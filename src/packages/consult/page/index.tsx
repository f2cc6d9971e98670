import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { LIMITS, type ConsultView, type MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { ConsultBody } from '@/features/consult/consult-screen';
import { CONSULT_STALE } from '@/features/consult/consult-stale';
import { pickButton, toggledPicks } from '@/features/consult/consult-words';
import { SaySheets, type Saying } from '@/features/consult/say-sheets';
import { MemberGate } from '@/features/member/member-gate';
import { openPage, readQuery } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';

/** 一起商量：一个项目的计划 */
export default function ConsultPage() {
  const consultId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate>{(me) => <Consult me={me} consultId={consultId} />}</MemberGate>;
}

function Consult({ me, consultId }: { me: MeView; consultId: string }) {
  const query = useApiQuery('consult.get', { consultId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="一起商量">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看社区在商量什么', onClick: () => void openPage('consults') }} />}</Screen>;
  return <Open me={me} consult={query.data} />;
}

function Open({ me, consult }: { me: MeView; consult: ConsultView }) {
  const { consultId, mine, may } = consult;
  /** Not yet sent; null as long as nothing was changed here. */
  const [changed, setChanged] = useState<readonly number[] | null>(null);
  const [saying, setSaying] = useState<Saying>(null);
  const picks = changed ?? mine.points;
  const rank = useApiCommand('consult.rank', { about: consultId, invalidates: CONSULT_STALE, onDone: () => toast('记下了，结束前都能改') });
  const pick = (no: number): void => {
    const next = toggledPicks(picks, no, LIMITS.consultPicks);
    if (next === picks) toast(`最多选 ${LIMITS.consultPicks} 样，先放下一样`);
    setChanged(next);
  };
  const button = pickButton(picks, mine.points);
  const bar = (
    <BottomBar failure={rank.failure}>
      <Button busy={rank.isBusy} busyText="正在记…" disabled={button.reason !== null} {...(button.reason === null ? {} : { reason: button.reason })} onClick={() => rank.run({ consultId, points: [...picks] })}>{button.text}</Button>
    </BottomBar>
  );
  return (
    <Screen title="一起商量" bottom={may.speak ? bar : undefined}>
      <ConsultBody me={me} consult={consult} picks={picks} onPick={pick} onSay={setSaying} />
      <SaySheets consultId={consultId} saying={saying} onClose={() => setSaying(null)} />
    </Screen>
  );
}
