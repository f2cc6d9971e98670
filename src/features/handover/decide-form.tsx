import { View } from '@tarojs/components';
import { DISPUTE_OUTCOME_LABEL, type DisputeOutcome, type DisputeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Screen } from '@/components/screen/screen';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { DisputeHead } from './dispute-head';
import { DISPUTE_STALE } from './dispute-stale';
import { EvidenceFields, useEvidence } from './evidence-form';
import './handover.css';

const FOLLOWS: Readonly<Record<DisputeOutcome, string>> = {
  received: '找到了、合用了；送的人照常记上，积分照给',
  returned: '没成，不说谁不对；这几份重新等人认领，积分不给',
  cancelled: '心愿少掉这几份；已经送到的，送的人照样算守约',
  dismissed: '误会解开了；日子往后顺延，接着办',
};

/** Staff who are neither side say how it ends and why; both sides read it. */
export function DecideForm({ view, onDone }: { view: DisputeView; onDone: () => void }) {
  const evidence = useEvidence(`dispute.decide.${view.claimId}`);
  const decide = useApiCommand('dispute.decide', { about: view.claimId, invalidates: DISPUTE_STALE });
  const outcome = view.outcomes.find((each) => each === evidence.choice);
  const reason = outcome === undefined ? '先点一个结果' : evidence.note.trim() === '' ? '再写一句为什么' : evidence.uploads.isSending ? '照片还在传' : '';
  const send = async (): Promise<void> => {
    if (outcome === undefined) return;
    const output = await decide.run({ wishId: view.wishId, claimId: view.claimId, outcome, note: evidence.note.trim(), photoFileIds: evidence.uploads.fileIds });
    if (output === null) return;
    evidence.clear();
    toast('记下了，两边都会看到');
    onDone();
  };
  return (
    <Screen title="两边问过了" bottom={<BottomBar failure={decide.failure}><Button kind="green" busy={decide.isBusy} busyText="正在告诉两边…" disabled={reason !== ''} reason={reason} onClick={send}>就这么断，告诉两边</Button></BottomBar>}>
      <DisputeHead view={view} />
      {view.dispute !== null && <View className="ho-said u-mt4"><View className="u-mid">{view.dispute.note}</View></View>}
      <View className="u-h2 u-mt6">问下来，怎么办？</View>
      <View className="u-mt2">
        {view.outcomes.map((each) => <CheckRow key={each} kind="radio" checked={outcome === each} note={FOLLOWS[each]} onChange={() => evidence.change({ choice: each })}>{DISPUTE_OUTCOME_LABEL[each]}</CheckRow>)}
      </View>
      <View className="u-mt4"><EvidenceFields evidence={evidence} label="为什么，写给两边看" placeholder="比如：东西在隔壁柜台，今天拿到了" error={decide.fields.note} /></View>
    </Screen>
  );
}
