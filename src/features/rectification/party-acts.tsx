import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, RECTIFICATION_PHOTOS_MAX, type RectificationView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { SectionHead } from '@/components/section-head/section-head';
import { useDraft } from '@/lib/drafts';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';
import { RECTIFICATION_STALE } from './rectification-stale';

/** What the rated side can do: write what changed, or say once why it is not as it looks. */
export function PartyActs({ view }: { view: RectificationView }) {
  return (
    <View>
      {view.acts.includes('answer') && <AnswerForm view={view} />}
      {view.acts.includes('object') && <ObjectForm rectificationId={view.rectificationId} />}
    </View>
  );
}

interface Draft {
  readonly words: string;
  readonly photos: readonly PhotoDraft[];
}

const EMPTY: Draft = { words: '', photos: [] };

function AnswerForm({ view }: { view: RectificationView }) {
  const turn = view.answers.length;
  const draft = useDraft(`rectify.${view.rectificationId}.${turn}`, EMPTY);
  const uploads = usePhotoUploads({ purpose: 'evidence', max: RECTIFICATION_PHOTOS_MAX, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });
  const answer = useApiCommand('rectification.answer', { about: `${view.rectificationId}:${turn}`, invalidates: RECTIFICATION_STALE });
  const words = draft.value.words.trim();
  const reason = words === '' ? '先写一句改了什么' : uploads.isSending ? '照片还在传' : '';
  const send = async (): Promise<void> => {
    if ((await answer.run({ rectificationId: view.rectificationId, words, photoFileIds: uploads.fileIds })) === null) return;
    draft.clear();
    toast('社区收到了，看过会告诉您');
  };
  return (
    <View>
      <SectionHead title={turn === 0 ? '写写怎么改' : '再补一点'} />
      <Field kind="textarea" label="改了什么" value={draft.value.words} maxLength={LIMITS.rectificationCharacters} placeholder="比如：以后我自己上门，修完当面试一遍" error={answer.fields.words} onChange={(value) => { answer.clear(); draft.change({ words: value }); }} />
      <View className="u-mt4"><PhotoPicker note="照片可不放，别拍到人脸和门牌" photos={uploads.photos} max={RECTIFICATION_PHOTOS_MAX} onAdd={() => void uploads.add()} onRemove={uploads.remove} onRetry={uploads.retry} /></View>
      {answer.failure !== null && answer.fields.words === undefined && <View className="u-mt3"><Notice tone="warn">{answer.failure.message}</Notice></View>}
      <View className="u-mt5"><Button busy={answer.isBusy} busyText="正在告诉社区…" disabled={reason !== ''} reason={reason} onClick={send}>写好了，请社区看</Button></View>
    </View>
  );
}

/** Folded until somebody wants it; once. */
function ObjectForm({ rectificationId }: { rectificationId: string }) {
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`rectify.object.${rectificationId}`, { words: '' });
  const object = useApiCommand('rectification.object', { about: rectificationId, invalidates: RECTIFICATION_STALE, onDone: draft.clear });
  if (!isOpen) return <View className="u-mt3"><Button kind="secondary" onClick={() => setOpen(true)}>不是这么回事，我要说明</Button></View>;
  const words = draft.value.words.trim();
  return (
    <View className="u-mt5">
      <Field kind="textarea" label="说一句是怎么回事" value={draft.value.words} maxLength={LIMITS.rectificationCharacters} placeholder="比如：那几天整条街停电，东西都送晚了" error={object.fields.words ?? object.failure?.message} onChange={(value) => { object.clear(); draft.change({ words: value }); }} />
      <View className="u-cap u-mt1">只能说明一次。社区看过之前，日子不往前走。</View>
      <View className="u-mt2"><Button kind="tint" busy={object.isBusy} disabled={words === ''} reason="先写一句" onClick={() => object.run({ rectificationId, words })}>请社区看看</Button></View>
    </View>
  );
}
