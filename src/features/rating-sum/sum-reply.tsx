import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type RatingSumView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { useDraft } from '@/lib/drafts';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

/** What the party said to all of it, or the way to say it once. */
export function SumReply({ sum }: { sum: RatingSumView }) {
  if (sum.reply !== null) {
    return (
      <Card tone="sunk">
        <View className="u-h3">您回应过</View>
        <View className="u-body u-mt2 u-break u-hang">“{sum.reply.words}”</View>
        {sum.reply.hiddenNote === null ? <View className="u-cap u-mt2">邻居们看得到，和分数放在一起。</View> : <View className="u-mt3"><Notice tone="warn" title="社区收起来了">{sum.reply.hiddenNote}</Notice></View>}
      </Card>
    );
  }
  return sum.canReply ? <ReplyForm sumId={sum.sumId} /> : null;
}

/** Folded until somebody wants it; once. */
function ReplyForm({ sumId }: { sumId: string }) {
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`ratingSum.reply.${sumId}`, { words: '' });
  const reply = useApiCommand('ratingSum.reply', { about: sumId, invalidates: ['ratingSum.mine', 'ratingSum.ofGiver'], onDone: () => { draft.clear(); toast('邻居们看得到了'); } });
  if (!isOpen) return <Button kind="secondary" onClick={() => setOpen(true)}>回应大家一句</Button>;
  const words = draft.value.words.trim();
  return (
    <Card>
      <Field kind="textarea" label="对大家说一句" value={draft.value.words} maxLength={LIMITS.replyCharacters} placeholder="比如：谢谢大家，送货以后改在上午" error={reply.fields.words ?? reply.failure?.message} onChange={(value) => { reply.clear(); draft.change({ words: value }); }} />
      <View className="u-cap u-mt1">只能回应一次，邻居们看得到。别写谁家的事。</View>
      <View className="u-mt3"><Button kind="tint" busy={reply.isBusy} disabled={words === ''} reason="先写一句" onClick={() => reply.run({ sumId, words })}>就这么回应</Button></View>
    </Card>
  );
}
