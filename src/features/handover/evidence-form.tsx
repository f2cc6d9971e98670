import { View } from '@tarojs/components';
import { DISPUTE_NOTE_CHARACTERS, EVIDENCE_PHOTOS_MAX } from '@contract';
import { Field } from '@/components/field/field';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { useDraft } from '@/lib/drafts';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';

interface Evidence {
  readonly choice: string;
  readonly phone?: string;
  readonly note: string;
  readonly photos: readonly PhotoDraft[];
}

const EMPTY: Evidence = { choice: '', note: '', photos: [] };

/** What one side or staff write and show; kept on the phone until it was sent. */
export function useEvidence(key: string) {
  const draft = useDraft(key, EMPTY);
  const photos = usePhotoUploads({ purpose: 'evidence', max: EVIDENCE_PHOTOS_MAX, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });
  return { ...draft.value, change: draft.change, clear: draft.clear, uploads: photos };
}

export type EvidenceDraft = ReturnType<typeof useEvidence>;

interface EvidenceFieldsProps {
  readonly evidence: EvidenceDraft;
  readonly label: string;
  readonly placeholder: string;
  readonly error: string | undefined;
}

export function EvidenceFields({ evidence, label, placeholder, error }: EvidenceFieldsProps) {
  const { uploads } = evidence;
  return (
    <View>
      <Field kind="textarea" label={label} value={evidence.note} maxLength={DISPUTE_NOTE_CHARACTERS} placeholder={placeholder} error={error} onChange={(note) => evidence.change({ note })} />
      <View className="u-mt4">
        <PhotoPicker note="照片可不放，别拍到人脸和门牌" photos={uploads.photos} max={EVIDENCE_PHOTOS_MAX} onAdd={() => void uploads.add()} onRemove={uploads.remove} onRetry={uploads.retry} />
      </View>
    </View>
  );
}
