import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { DateRow } from '@/components/picker-row/picker-row';
import { Sheet } from '@/components/sheet/sheet';
import { Switch } from '@/components/switch/switch';
import { dayValue } from '@/lib/day-value';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';
import { SHOP_READS } from './shop-words';

/** 换新执照: a photo and its last day; staff look at the paper again. */
export function RenewLicence({ shopId }: { shopId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [photos, setPhotos] = useState<readonly PhotoDraft[]>([]);
  const [day, setDay] = useState('');
  const [isForever, setForever] = useState(false);
  const uploads = usePhotoUploads({ purpose: 'licence', max: 1, photos, change: setPhotos });
  const command = useApiCommand('shop.renew', { about: shopId, invalidates: SHOP_READS, onDone: () => { setOpen(false); toast('交好了，带原件到社区看一眼'); } });
  const [photoFileId] = uploads.fileIds;
  const isReady = photoFileId !== undefined && (isForever || day !== '');
  const wrongDay = command.fields.validUntilDay;
  const send = async (): Promise<void> => { if (photoFileId !== undefined) await command.run({ shopId, photoFileId, validUntilDay: isForever ? null : day }); };
  return (
    <View className="u-mt3">
      <Button kind="secondary" icon="refresh" onClick={() => setOpen(true)}>换新执照</Button>
      <Sheet isOpen={isOpen} title="换新执照" onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在交…" disabled={!isReady} reason="照片和有效期都要" onClick={send}>交给社区看</Button>}>
        <PhotoPicker photos={uploads.photos} max={1} onAdd={uploads.add} onRemove={uploads.remove} onRetry={uploads.retry} label="拍执照" note="社区看过以前，照旧的算。" />
        <View className="u-mt4"><Switch checked={isForever} label="长期有效" onChange={setForever} /></View>
        {!isForever && <View className="u-mt4"><DateRow label="有效到哪天" value={day} text={day} start={dayValue(serverNowMs())} {...(wrongDay === undefined ? {} : { error: wrongDay })} onPick={(picked) => { command.clear(); setDay(picked); }} /></View>}
        {command.failure !== null && wrongDay === undefined && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
      </Sheet>
    </View>
  );
}
