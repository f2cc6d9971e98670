import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { mayOrganise } from '@/features/activity/activity-days';
import { dateSpan } from '@/features/activity/activity-words';
import { BackEntryFields } from '@/features/hours/back-entry-fields';
import { type BackEntryForm, backEntryInputOf, backEntryProblem, EMPTY_BACK_ENTRY } from '@/features/hours/back-entry-form';
import { timesFormOf } from '@/features/hours/times-form';
import { HOURS_STALE } from '@/features/hours/hours-stale';
import { MemberGate } from '@/features/member/member-gate';
import { useDraft } from '@/lib/drafts';
import { readQuery, replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';

/** 补时长: what was not recorded at the time, for oneself or for somebody one answers for; a second person confirms it. */
export default function EnterHoursPage() {
  const shiftId = readQuery(useRouter().params, 'shiftId') ?? null;
  return <MemberGate back="myHours">{(me) => (shiftId === null ? <Enter me={me} shift={null} /> : <AtShift me={me} shiftId={shiftId} />)}</MemberGate>;
}

interface AtShiftView {
  readonly shiftId: string;
  readonly text: string;
  readonly mayForOthers: boolean;
  /** A form of this shift as it begins: its planned times, and whose hours. */
  readonly empty: BackEntryForm;
}

function AtShift({ me, shiftId }: { me: MeView; shiftId: string }) {
  const query = useApiQuery('shift.get', { shiftId });
  if (query.data === undefined) return <Screen title="补时长">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  const shift = query.data;
  const mayForOthers = shift.canLead || shift.canManage;
  const empty = { ...EMPTY_BACK_ENTRY, ...timesFormOf({ fromMs: shift.startsAtMs, toMs: shift.endsAtMs }), isOwn: !mayForOthers };
  return <Enter me={me} shift={{ shiftId, text: `${shift.title} · ${dateSpan(shift, serverNowMs())}`, mayForOthers, empty }} />;
}

function Enter({ me, shift }: { me: MeView; shift: AtShiftView | null }) {
  const { head, failure, refresh } = useApiPages('service.mine', {});
  const [empty] = useState(shift?.empty ?? EMPTY_BACK_ENTRY);
  const form = useDraft<BackEntryForm>(`hours.enter.${shift?.shiftId ?? 'own'}`, empty);
  const [problem, setProblem] = useState<string | null>(null);
  const command = useApiCommand('service.backEnter', { about: shift?.shiftId ?? 'own', invalidates: HOURS_STALE });
  if (head === undefined) return <Screen title="补时长">{failure === null ? <SkeletonDetail /> : <ErrorState failure={failure} onRetry={() => void refresh()} />}</Screen>;
  const mayForOthers = shift === null ? mayOrganise(me) : shift.mayForOthers;
  // A form kept from when others could be entered stands for oneself where they cannot.
  const value: BackEntryForm = mayForOthers ? form.value : { ...form.value, isOwn: true };
  const change = (patch: Partial<BackEntryForm>): void => { setProblem(null); command.clear(); form.change(patch); };
  const send = async (): Promise<void> => {
    const found = backEntryProblem(value, shift !== null, me.code, serverNowMs());
    setProblem(found);
    if (found !== null) return;
    const record = await command.run(backEntryInputOf(value, shift?.shiftId ?? null));
    if (record === null) return;
    form.clear();
    toast('补上了，等另一位点一下');
    await replacePage('hoursRecord', { id: record.recordId });
  };
  return (
    <Screen title="补时长" bottom={<BottomBar failure={problem === null ? command.failure : { message: problem }} {...(form.savedAtMs === null ? {} : { note: '写的都存在手机里' })}><Button busy={command.isBusy} busyText="正在补…" onClick={send}>补上，请 TA 确认</Button></BottomBar>}>
      <BackEntryFields value={value} errors={command.fields} shiftText={shift?.text ?? null} mayForOthers={mayForOthers} backDays={head.backDays} nowMs={serverNowMs()} onChange={change} />
    </Screen>
  );
}
