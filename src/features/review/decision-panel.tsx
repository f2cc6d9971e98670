import { useState } from 'react';
import { View } from '@tarojs/components';
import { ASK_TEMPLATES, REFUSE_TEMPLATES } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { NoteSheet } from './note-sheet';
import { useDecision } from './use-decision';
import './review.css';

export interface DecisionPanelProps {
  wishId: string;
  onDecided: (words: string) => void;
}

/** The three decisions: one filled button, two quiet ones that ask for a sentence. */
export function DecisionPanel({ wishId, onDecided }: DecisionPanelProps) {
  const [open, setOpen] = useState<'ask' | 'refuse' | null>(null);
  const decision = useDecision(wishId, onDecided);
  const close = (): void => {
    decision.clear();
    setOpen(null);
  };
  const send = (kind: 'ask' | 'refuse', note: string): void => {
    void decision.decide({ kind, note }).then((isDone) => { if (isDone) setOpen(null); });
  };
  const sheetError = decision.noteError !== '' ? decision.noteError : decision.refusal;
  return (
    <View>
      {open === null && decision.refusal !== '' && <View className="u-mt3"><Notice tone="warn">{decision.refusal}</Notice></View>}
      <Button busy={decision.busyKind === 'approve'} busyText="正在发布…" onClick={() => void decision.decide({ kind: 'approve' })}>通过，马上发布</Button>
      <View className="rev-links">
        <Button kind="text" size="small" onClick={() => setOpen('ask')}>问一句</Button>
        <Button kind="text" size="small" onClick={() => setOpen('refuse')}>退回，说明原因</Button>
      </View>
      <NoteSheet
        isOpen={open === 'ask'}
        title="问一句"
        hint="对方会在消息里看到，补好了再回到您这里。"
        templates={ASK_TEMPLATES}
        buttonText="发给对方"
        emptyText="请写明要补什么"
        isBusy={decision.busyKind === 'ask'}
        error={sheetError}
        onSend={(note) => send('ask', note)}
        onClose={close}
      />
      <NoteSheet
        isOpen={open === 'refuse'}
        title="退回，说明原因"
        hint="对方会看到这句话，说清楚接下来能怎么办。"
        templates={REFUSE_TEMPLATES}
        buttonText="退回"
        emptyText="请写明原因"
        isBusy={decision.busyKind === 'refuse'}
        error={sheetError}
        onSend={(note) => send('refuse', note)}
        onClose={close}
      />
    </View>
  );
}
