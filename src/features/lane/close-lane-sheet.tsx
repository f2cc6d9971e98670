import { View } from '@tarojs/components';
import { useState } from 'react';
import { LANE_LABEL, LIMITS, type LaneView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';

/** Shuts a lane here, at once. */
export function CloseLaneSheet({ view, isOpen, onClose }: { view: LaneView; isOpen: boolean; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const close = useApiCommand('lane.close', { about: `${view.areaId}.${view.lane}.${String(view.version)}`, invalidates: ['lane.list'], onDone: () => { setReason(''); onClose(); } });
  return (
    <Sheet isOpen={isOpen} title={`关掉${LANE_LABEL[view.lane]}`} onClose={onClose} action={<Button busy={close.isBusy} disabled={reason.trim() === ''} reason="写一句为什么" onClick={() => close.run({ areaId: view.areaId, lane: view.lane, reason })}>现在就关</Button>}>
      <Notice tone="warn">{view.areaName}马上不能再给了，已经给的照常用、照常公开。再开要重新登记、另一位确认。</Notice>
      <View className="u-mt3"><Field label="为什么" kind="textarea" value={reason} maxLength={LIMITS.noteCharacters} error={close.fields.reason} onChange={setReason} /></View>
      {close.failure !== null && Object.keys(close.fields).length === 0 && <View className="u-mt3"><Notice tone="accent">{close.failure.message}</Notice></View>}
    </Sheet>
  );
}
