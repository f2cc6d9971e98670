import { useState } from 'react';
import { View } from '@tarojs/components';
import { ASK_TEMPLATES, REFUSE_TEMPLATES, type ReviewView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { useApiCommand } from '@/lib/use-api-command';
import { useApiQuery } from '@/lib/use-api';
import { NoteSheet } from './note-sheet';
import { SpellingSheet } from './spelling-sheet';
import { useDecision } from './use-decision';
import './review.css';

export interface DecisionPanelProps {
  wish: ReviewView['wish'];
  onDecided: (words: string) => void;
}

/** The three decisions: one filled button, quiet ones that ask for a sentence or put the spelling right first. */
export function DecisionPanel({ wish, onDecided }: DecisionPanelProps) {
  const { wishId } = wish;
  const [open, setOpen] = useState<'ask' | 'refuse' | 'spelling' | null>(null);
  const aids = useApiQuery('review.aids', { wishId }, { isEnabled: open !== null });
  const keep = useApiCommand('review.saveReason', { about: wishId, invalidates: ['review.aids'] });
  const decision = useDecision(wishId, onDecided);
  const close = (): void => {
    decision.clear();
    setOpen(null);
  };
  const send = (kind: 'ask' | 'refuse', note: string): void => {
    void decision.decide({ kind, note }).then((isDone) => { if (isDone) setOpen(null); });
  };
  // Only spoken so far: neighbours read what the reviewer writes down.
  const isUnwritten = wish.story === '' && wish.storyVoice !== null;
  const sheetError = decision.noteError !== '' ? decision.noteError : decision.refusal;
  return (
    <View>
      {open === null && decision.refusal !== '' && <View className="u-mt3"><Notice tone="warn">{decision.refusal}</Notice></View>}
      {isUnwritten
        ? <Button onClick={() => setOpen('spelling')}>听完写成字，再通过</Button>
        : <Button busy={decision.busyKind === 'approve'} busyText="正在发布…" onClick={() => void decision.decide({ kind: 'approve' })}>通过，马上发布</Button>}
      <View className="rev-links">
        {!isUnwritten && <Button kind="text" size="small" onClick={() => setOpen('spelling')}>改错字再通过</Button>}
        <Button kind="text" size="small" onClick={() => setOpen('ask')}>问一句</Button>
        <Button kind="text" size="small" onClick={() => setOpen('refuse')}>退回，说明原因</Button>
      </View>
      <NoteSheet
        isOpen={open === 'ask'}
        title="问一句"
        hint="对方会在消息里看到，补好了再回到您这里。"
        templates={aids.data?.askReasons ?? ASK_TEMPLATES}
        onKeep={(text) => void keep.run({ wishId, kind: 'ask', text })}
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
        templates={aids.data?.refuseReasons ?? REFUSE_TEMPLATES}
        onKeep={(text) => void keep.run({ wishId, kind: 'refuse', text })}
        buttonText="退回"
        emptyText="请写明原因"
        isBusy={decision.busyKind === 'refuse'}
        error={sheetError}
        onSend={(note) => send('refuse', note)}
        onClose={close}
      />
      <SpellingSheet
        isOpen={open === 'spelling'}
        title={wish.title}
        story={wish.story}
        voiceUrl={isUnwritten ? (wish.storyVoice?.url ?? null) : null}
        isUnwritten={isUnwritten}
        isBusy={decision.busyKind === 'approve'}
        error={decision.refusal}
        onApprove={(words) => void decision.decide({ kind: 'approve', ...words })}
        onClose={close}
      />
    </View>
  );
}
