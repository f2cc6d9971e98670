import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type ActivityDetailView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

const CHANGED = ['activity.get', 'activity.mine', 'activity.queue', 'activity.list', 'home.overview'] as const;

/** What is due for an activity: hand it in, publish it or ask back, or call it off. Nothing where nothing is. */
export function ActivityBar({ activity }: { activity: ActivityDetailView }) {
  if (activity.canDecide) return <DecideBar activity={activity} />;
  if (activity.state === 'draft' && activity.canEdit) return <SubmitBar activity={activity} />;
  if (activity.canCancel) return <CancelBar activity={activity} />;
  return null;
}

function SubmitBar({ activity }: { activity: ActivityDetailView }) {
  const command = useApiCommand('activity.submit', { about: activity.activityId, invalidates: CHANGED, onDone: () => toast('送去社区了，看过会告诉您') });
  return (
    <BottomBar failure={command.failure} note="社区另一位同事看过，邻居就能报名">
      <Button busy={command.isBusy} busyText="正在送去…" disabled={!activity.canSubmit} reason={activity.missing.length > 0 ? `还差：${activity.missing[0]}` : '现在送不了'} onClick={() => command.run({ activityId: activity.activityId })}>请社区看看</Button>
    </BottomBar>
  );
}

function DecideBar({ activity }: { activity: ActivityDetailView }) {
  const [isAsking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const publish = useApiCommand('activity.decide', { about: `${activity.activityId}.publish`, invalidates: CHANGED, onDone: () => toast('发布了，邻居能报名了') });
  const askBack = useApiCommand('activity.decide', { about: `${activity.activityId}.ask`, invalidates: CHANGED, onDone: () => { setAsking(false); toast('退回去补了'); } });
  const noteError = askBack.fields['decision.note'];
  return (
    <>
      <BottomBar failure={publish.failure} aside={<Button kind="secondary" block={false} onClick={() => setAsking(true)}>请 TA 补</Button>}>
        <Button kind="green" busy={publish.isBusy} busyText="正在发布…" onClick={() => publish.run({ activityId: activity.activityId, decision: { kind: 'publish' } })}>通过，马上发布</Button>
      </BottomBar>
      <Sheet isOpen={isAsking} title="请 TA 补什么？" onClose={() => setAsking(false)} action={<Button busy={askBack.isBusy} busyText="正在退回…" disabled={note.trim() === ''} reason="先写一句" onClick={() => askBack.run({ activityId: activity.activityId, decision: { kind: 'askBack', note: note.trim() } })}>退回去补</Button>}>
        <Field kind="textarea" value={note} placeholder="比如：要爬梯子，请写上保险" maxLength={LIMITS.noteCharacters} error={noteError} onChange={(text) => { askBack.clear(); setNote(text); }} />
        {askBack.failure !== null && noteError === undefined && <View className="u-sub u-accent u-mt3">{askBack.failure.message}</View>}
      </Sheet>
    </>
  );
}

function CancelBar({ activity }: { activity: ActivityDetailView }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const command = useApiCommand('activity.cancel', { about: activity.activityId, invalidates: CHANGED, onDone: () => { setOpen(false); toast('取消了，报名的人都会知道'); } });
  return (
    <>
      <BottomBar><Button kind="secondary" onClick={() => setOpen(true)}>取消这个活动</Button></BottomBar>
      <Sheet isOpen={isOpen} title="取消这个活动？" onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在告诉大家…" disabled={reason.trim() === ''} reason="先写一句为什么" onClick={() => command.run({ activityId: activity.activityId, reason: reason.trim() })}>取消，告诉大家</Button>}>
        <View className="u-body">还没开始的班次都会取消，报名和候补的人都会收到您写的原因。办过的班次照旧。</View>
        <View className="u-mt4"><Field kind="textarea" value={reason} placeholder="为什么，大家会看到" maxLength={LIMITS.noteCharacters} error={command.fields.reason} onChange={(text) => { command.clear(); setReason(text); }} /></View>
        {command.failure !== null && command.fields.reason === undefined && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
      </Sheet>
    </>
  );
}
