import { View } from '@tarojs/components';
import { useState } from 'react';
import { SAFETY_LABEL, type SafetyDoorView, type SafetyReportView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Screen } from '@/components/screen/screen';
import { Timeline } from '@/components/timeline/timeline';
import { useDraft } from '@/lib/drafts';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { DangerFields } from './danger-fields';
import { dangerWaits, EMPTY_DANGER, phoneOf } from './danger-form';
import { Emergency } from './emergency';
import { safetyPath } from './safety-words';

const TITLE = '有安全问题';

/** Tells staff at once; then how it goes on. Where something was reported before, that stands first. */
export function SafetyScreen({ door }: { door: SafetyDoorView }) {
  const [isAgain, setAgain] = useState(false);
  const isWriting = door.canReport && (door.reports.length === 0 || isAgain);
  return isWriting ? <Report door={door} onDone={() => setAgain(false)} /> : <Reported door={door} onAgain={() => setAgain(true)} />;
}

function Report({ door, onDone }: { door: SafetyDoorView; onDone: () => void }) {
  const draft = useDraft(`safety.${door.claimId}`, EMPTY_DANGER);
  const report = useApiCommand('safety.report', { about: `${door.claimId}:${door.reports.length}`, invalidates: ['safety.door'], onDone: () => { draft.clear(); onDone(); } });
  const { safetyKind, words } = draft.value;
  const wait = dangerWaits(draft.value);
  const send = (): unknown => (safetyKind === null ? undefined : report.run({ wishId: door.wishId, claimId: door.claimId, safetyKind, words, phone: phoneOf(draft.value) }));
  const isFieldWrong = report.fields.words !== undefined || report.fields.phone !== undefined;
  return (
    <Screen title={TITLE} bottom={<BottomBar failure={isFieldWrong ? null : report.failure}><Button busy={report.isBusy} busyText="正在告诉社区…" disabled={wait !== ''} reason={wait} onClick={send}>马上告诉社区</Button></BottomBar>}>
      <View className="u-display">哪里不安全？</View>
      <View className="u-sub u-break u-mt1">{door.wishTitle}</View>
      <View className="u-cap u-mt1">不算评价，对方看不到。值班的人马上收到，夜里也一样。</View>
      <View className="u-mt4"><Emergency dutyPhone={door.dutyPhone} /></View>
      <View className="u-mt5"><DangerFields form={draft.value} fields={report.fields} change={(patch) => { report.clear(); draft.change(patch); }} /></View>
    </Screen>
  );
}

function Reported({ door, onAgain }: { door: SafetyDoorView; onAgain: () => void }) {
  const isAnswered = door.reports.every(({ answer }) => answer !== null);
  return (
    <Screen title={TITLE} bottom={<BottomBar><Button onClick={() => void openPage('home')}>回首页</Button></BottomBar>}>
      <View className="u-display">{isAnswered ? '社区答复了' : '社区收到了'}</View>
      <View className="u-sub u-break u-mt1">{door.wishTitle}</View>
      <View className="u-stack u-mt4">{door.reports.map((report) => <ReportCard key={report.reportId} report={report} />)}</View>
      <View className="u-mt5"><Emergency dutyPhone={door.dutyPhone} /></View>
      {door.canReport && <View className="u-center u-mt4"><Button kind="text" onClick={onAgain}>又有不安全的事</Button></View>}
    </Screen>
  );
}

function ReportCard({ report }: { report: SafetyReportView }) {
  return (
    <Card>
      <View className="u-h3">您说：{SAFETY_LABEL[report.safetyKind]}</View>
      {report.words !== '' && <View className="u-body u-break u-mt1">“{report.words}”</View>}
      <View className="u-cap u-mt1">对方看不到</View>
      <View className="u-mt4"><Timeline steps={safetyPath(report, serverNowMs())} /></View>
    </Card>
  );
}
