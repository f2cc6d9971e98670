import { useState } from 'react';
import { View } from '@tarojs/components';
import { difficultySuggestSchema, LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { useDraft } from '@/lib/drafts';
import { checkForm, type FormErrors } from '@/lib/form-errors';
import { formatDate } from '@/lib/format';
import { goBack } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';

const EMPTY = { name: '', address: '', circumstances: '' };

/** Three lines about a neighbour. Nothing is decided by it, and nobody learns who told. */
export function SuggestForm() {
  const draft = useDraft('difficulty.suggest', EMPTY);
  const [errors, setErrors] = useState<FormErrors>({});
  const [dueAtMs, setDueAtMs] = useState<number | null>(null);
  const command = useApiCommand('difficulty.suggest', {
    onDone: (output) => {
      draft.clear();
      setDueAtMs(output.dueAtMs);
    },
  });
  const shown = { ...errors, ...command.fields };
  const send = (): unknown => {
    const checked = checkForm(difficultySuggestSchema, draft.value);
    setErrors(checked.isOk ? {} : checked.errors);
    return checked.isOk ? command.run(checked.value) : undefined;
  };
  const change = (part: Partial<typeof EMPTY>): void => {
    setErrors({});
    draft.change(part);
  };
  if (dueAtMs !== null) return <EmptyState scene="branch" title="社区知道了，谢谢您" note={`${formatDate(dueAtMs, serverNowMs())}前有人去看看。我们不会告诉 TA 是谁说的，也不会把 TA 的情况告诉别人。`} action={<Button onClick={() => void goBack()}>好的</Button>} />;
  return (
    <View>
      <View className="u-display u-mt2">谁可能需要帮一把？</View>
      <View className="u-sub u-mt1">悄悄告诉社区就好。社工会去看看，TA 愿意才往下办。</View>
      <View className="u-stack u-mt4">
        <Field label="怎么称呼 TA" value={draft.value.name} maxLength={LIMITS.nameCharacters} placeholder="比如：张阿姨" error={shown.name} onChange={(name) => change({ name })} />
        <Field label="在哪儿能找到 TA" value={draft.value.address} maxLength={LIMITS.addressCharacters} placeholder="比如：小花园旁边那栋" error={shown.address} onChange={(address) => change({ address })} />
        <Field kind="textarea" label="您看到了什么" value={draft.value.circumstances} maxLength={LIMITS.noteCharacters} showCount placeholder="比如：好几天没见她下楼" error={shown.circumstances} onChange={(circumstances) => change({ circumstances })} />
        {command.failure !== null && Object.keys(command.fields).length === 0 && <Notice tone="warn">{command.failure.message}</Notice>}
        <Button busy={command.isBusy} busyText="正在告诉社区…" onClick={send}>告诉社区</Button>
      </View>
      <View className="u-cap u-mt3">这些只有社区工作人员看得到，存的时候是加密的。</View>
    </View>
  );
}
