import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type CertificateView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';

/** Staff take it back, with the reason that its holder reads. */
export function RevokeButton({ certificate }: { certificate: CertificateView }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const revoke = useApiCommand('certificate.revoke', { about: certificate.certificateId, invalidates: ['certificate.get', 'certificate.verify'], onDone: () => setOpen(false) });
  const isWritten = reason.trim() !== '';
  return (
    <View>
      <Button kind="secondary" icon="close" onClick={() => setOpen(true)}>撤销这张证明</Button>
      <Sheet isOpen={isOpen} title="撤销这张证明" onClose={() => setOpen(false)} action={<Button busy={revoke.isBusy} busyText="正在撤销…" disabled={!isWritten} reason="先写为什么" onClick={() => revoke.run({ certificateId: certificate.certificateId, reason })}>撤销</Button>}>
        <View className="u-body">撤销以后不能再用，拿编号来核对的人会看到。时长记录不受影响；记录错了，请去改记录，证明会跟着显示有变更。</View>
        <View className="u-mt4"><Field label="为什么（本人看得到）" kind="textarea" value={reason} maxLength={LIMITS.noteCharacters} placeholder="比如：名单记错了人" error={revoke.fields.reason} onChange={setReason} /></View>
        {revoke.failure !== null && revoke.fields.reason === undefined && <View className="u-mt3"><Notice tone="warn">{revoke.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
