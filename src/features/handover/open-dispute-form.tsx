import { View } from '@tarojs/components';
import type { DisputeKind, DisputeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { useApiCommand } from '@/lib/use-api-command';
import { DisputeHead } from './dispute-head';
import { DISPUTE_STALE } from './dispute-stale';
import { EvidenceFields, useEvidence } from './evidence-form';
import './handover.css';

const WORDS: Readonly<Record<'giver' | 'recipient', Readonly<Record<DisputeKind, { readonly title: string; readonly note: string }>>>> = {
  recipient: {
    notReceived: { title: '还没收到', note: '说送到了，可是没见着' },
    notAsAgreed: { title: '和说好的不一样', note: '东西、日子或做法对不上' },
    notWanted: { title: '不要了', note: '已经有了，或者用不上了' },
  },
  giver: {
    notReceived: { title: '对方说没收到', note: '' },
    notAsAgreed: { title: '和说好的不一样', note: '到了没人，或者要的变了' },
    notWanted: { title: '对方不要了', note: '送去了不收，或说用不上了' },
  },
};

/** One choice, one sentence; a photo if there is one. */
export function OpenDisputeForm({ view, onDone }: { view: DisputeView; onDone: () => void }) {
  const evidence = useEvidence(`dispute.open.${view.claimId}`);
  const open = useApiCommand('dispute.open', { about: view.claimId, invalidates: DISPUTE_STALE });
  const words = WORDS[view.reader === 'giver' ? 'giver' : 'recipient'];
  const kind = view.openKinds.find((each) => each === evidence.choice) ?? (view.openKinds.length === 1 ? view.openKinds[0] : undefined);
  const reason = kind === undefined ? '先点哪里不对' : evidence.note.trim() === '' ? '再写一句是怎么回事' : evidence.uploads.isSending ? '照片还在传' : '';
  const send = async (): Promise<void> => {
    if (kind === undefined) return;
    const output = await open.run({ wishId: view.wishId, claimId: view.claimId, kind, note: evidence.note.trim(), photoFileIds: evidence.uploads.fileIds, phone: evidence.phone === undefined || evidence.phone === '' ? null : evidence.phone });
    if (output === null) return;
    evidence.clear();
    onDone();
  };
  return (
    <Screen title="请社区问一问" bottom={<BottomBar failure={open.failure}><Button busy={open.isBusy} busyText="正在告诉社区…" disabled={reason !== ''} reason={reason} onClick={send}>请社区两边问问</Button></BottomBar>}>
      <DisputeHead view={view} />
      <View className="u-h2 u-mt6">哪里不对？</View>
      <View className="u-mt2">
        {view.openKinds.map((each) => <CheckRow key={each} kind="radio" checked={kind === each} note={words[each].note} onChange={() => evidence.change({ choice: each })}>{words[each].title}</CheckRow>)}
      </View>
      <View className="u-mt4"><EvidenceFields evidence={evidence} label="说一句是怎么回事" placeholder="比如：驿站的架子上没看到" error={open.fields.note} /></View>
      <View className="u-mt4"><Field label="留个电话，社区打给您（可不写）" inputType="number" value={evidence.phone ?? ''} maxLength={12} placeholder="只为这件事，问清楚就删" error={open.fields.phone} onChange={(phone) => { open.clear(); evidence.change({ phone }); }} /></View>
      <View className="u-mt5"><Notice title="不怪谁，弄明白就好">社区会先问另一边，再给您回话。这段时间日子不往前走，谁也不会算超时。</Notice></View>
    </Screen>
  );
}
