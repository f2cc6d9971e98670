import '@/features/activity/activity.css';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { LIMITS, SIGN_UP_STATE_LABEL, type AbsenceView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { signUpOf } from '@/features/activity/sign-up-form';
import { MemberGate } from '@/features/member/member-gate';
import { formatMoment } from '@/lib/format';
import { goBack, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';

const STAFF = ['administrator', 'staff', 'socialWorker'] as const;
const DRAFT = { excuse: '谢谢您说明，这次不算没来。', keep: '了解了情况，这次仍按没来记。下次来不了，提前说一声就好。' } as const;

/** 没来的说明: somebody says why they did not come; staff who did not lead the shift decide. */
export default function AbsencePage() {
  const ids = signUpOf(readQuery(useRouter().params, 'id') ?? '');
  return <MemberGate roles={STAFF}>{() => <Absence ids={ids} />}</MemberGate>;
}

function Absence({ ids }: { ids: { readonly shiftId: string; readonly signUpId: string } }) {
  const query = useApiQuery('shift.absence', ids);
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="没来的说明">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  return <Decide absence={query.data} />;
}

function Decide({ absence }: { absence: AbsenceView }) {
  const [words, setWords] = useState<string>(DRAFT.excuse);
  const [isExcused, setExcused] = useState(true);
  const command = useApiCommand('shift.decideAbsence', { about: absence.signUpId, invalidates: ['shift.absence', 'shift.roster', 'home.overview'], onDone: () => { toast('告诉 TA 了'); void goBack(); } });
  const choose = (excuse: boolean): void => {
    setExcused(excuse);
    // A sentence of one's own stays; the drafted one follows the choice.
    if (words === DRAFT.excuse || words === DRAFT.keep) setWords(excuse ? DRAFT.excuse : DRAFT.keep);
  };
  const bar = absence.canDecide
    ? <BottomBar failure={command.failure}><Button busy={command.isBusy} busyText="正在告诉 TA…" disabled={words.trim() === ''} reason="先写一句给 TA" onClick={() => command.run({ shiftId: absence.shiftId, signUpId: absence.signUpId, excuse: isExcused, words: words.trim() })}>{isExcused ? '算请过假' : '仍记没来'}</Button></BottomBar>
    : undefined;
  return (
    <Screen title="没来的说明" bottom={bar}>
      <View className="u-title">{absence.name}</View>
      <View className="u-sub u-mt1">{absence.title} · {formatMoment(absence.startsAtMs, serverNowMs())} · {SIGN_UP_STATE_LABEL[absence.state]}</View>
      <View className="act-panel u-mt4"><View className="u-cap">TA 说</View><View className="u-body u-mt1">{absence.words === '' ? '没有写什么。可以打个电话问问。' : absence.words}</View></View>
      {!absence.canDecide && <View className="u-mt4"><Notice tone="info">已经定了，或者要由没带这一班的同事来定。</Notice></View>}
      {absence.canDecide && (
        <View className="u-mt4 u-stack">
          <View className="u-row u-gap2"><Button kind={isExcused ? 'green-tint' : 'secondary'} size="small" onClick={() => choose(true)}>算请过假</Button><Button kind={isExcused ? 'secondary' : 'tint'} size="small" onClick={() => choose(false)}>仍记没来</Button></View>
          <Field label="给 TA 的一句话" kind="textarea" value={words} maxLength={LIMITS.noteCharacters} error={command.fields.words} onChange={setWords} />
        </View>
      )}
    </Screen>
  );
}
