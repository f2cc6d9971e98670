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
import type { ApiFailure } from '@/lib/api-failure';
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
  if (query.data === undefined) return <Screen title="一起商量">{query.failure === null ? <SkeletonDetail /> : <NotHere me={me} failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  return <Open me={me} consult={query.data} />;
}

/** By a card from another community one comes here too: what is planned there is said there, and there is something at home. */
function NotHere({ me, failure, onRetry }: { me: MeView; failure: ApiFailure; onRetry: () => void }) {
  const elsewhere = failure.code === 'NOT_FOUND' && { title: '这件事由别的社区的邻居商量', note: `每个社区的计划，由住在那里的邻居来说；也可能已经撤下了。${me.communityName}在商量的事，您都能看、能说` };
  return <ErrorState failure={failure} {...elsewhere} onRetry={onRetry} link={{ text: `看${me.communityName}在商量什么`, onClick: () => void openPage('consults') }} />;
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
