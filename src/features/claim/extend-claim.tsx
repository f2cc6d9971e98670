import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ClaimView, LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useDraft } from '@/lib/drafts';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

/** 晚几天送: offered only while the giver may still take it by themselves. */
export function ExtendClaim({ claim, onExtended }: { claim: ClaimView; onExtended: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`claim.extend.${claim.claimId}`, { reason: '' });
  const command = useApiCommand('claim.extend', { about: claim.claimId, invalidates: ['wish.get', 'claim.mine', 'home.overview', 'unit.get'] });
  if (claim.extendableUntilMs === null) return null;
  const untilText = formatDate(claim.extendableUntilMs, serverNowMs());
  const extend = async (): Promise<void> => {
    if ((await command.run({ wishId: claim.wishId, claimId: claim.claimId, reason: draft.value.reason })) === null) return;
    draft.clear();
    setOpen(false);
    toast(`延到 ${untilText}，已经告诉对方了`);
    onExtended();
  };
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>来不及，晚几天送</Button>
      <Sheet isOpen={isOpen} title={`晚几天，最晚 ${untilText}`} onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在告诉对方…" onClick={extend}>{`延到 ${untilText}`}</Button>}>
        <View className="u-body">能延一次。马上告诉对方，不用您再打电话。</View>
        <View className="u-mt4">
          <Field kind="textarea" label="为什么晚（可不写）" value={draft.value.reason} maxLength={LIMITS.noteCharacters} placeholder="比如：货后天才到" error={command.fields.note} onChange={(reason) => draft.change({ reason })} />
        </View>
        {command.failure !== null && command.fields.note === undefined && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
