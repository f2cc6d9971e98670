import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { useApiCommand } from '@/lib/use-api-command';

/** For staff: puts a reply away, with a reason that the rated side reads. */
export function HideReply({ sumId }: { sumId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const hide = useApiCommand('ratingSum.hideReply', { about: sumId, invalidates: ['ratingSum.ofGiver'] });
  if (!isOpen) return <View className="u-links u-mt2"><Button kind="text" size="small" block={false} onClick={() => setOpen(true)}>这句不合适，收起来</Button></View>;
  return (
    <View className="u-mt3">
      <Field kind="textarea" label="写一句为什么，对方看得到" value={note} maxLength={LIMITS.noteCharacters} error={hide.fields.note ?? hide.failure?.message} onChange={(value) => { hide.clear(); setNote(value); }} />
      <View className="u-mt2"><Button kind="tint" busy={hide.isBusy} disabled={note.trim() === ''} reason="先写一句" onClick={() => hide.run({ sumId, note: note.trim() })}>收起来</Button></View>
    </View>
  );
}
