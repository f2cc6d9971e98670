import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { DateRow } from '@/components/picker-row/picker-row';
import { SectionHead } from '@/components/section-head/section-head';
import { usePhotoUploads } from '@/lib/use-photo-uploads';
import type { CampaignPartProps } from './campaign-fields';

/** For a common part of a building: the owners' vote and the property company's consent, each with its paper. */
export function PapersFields(part: CampaignPartProps) {
  return (
    <View>
      <Vote {...part} />
      <Consent {...part} />
    </View>
  );
}

function Vote({ value, errors, onChange }: CampaignPartProps) {
  const uploads = usePhotoUploads({ purpose: 'campaignPaper', max: LIMITS.papersPerCheck, photos: value.votePapers, change: (update) => onChange((latest) => ({ votePapers: update(latest.votePapers) })) });
  const wrong = (field: string): string | undefined => errors[`goal.ownersVote.${field}`];
  const number = (label: string, key: 'voteTotal' | 'voteParticipants' | 'voteInFavour' | 'voteParticipantsArea' | 'voteInFavourArea', field: string, hint: string) => <Field label={label} hint={hint} inputType="digit" value={value[key]} placeholder="写数字" maxLength={6} error={wrong(field)} onChange={(text) => onChange({ [key]: text })} />;
  return (
    <View>
      <SectionHead title="业主表决" note="没办好可以先空着" />
      <View className="u-stack">
        <DateRow label="哪天表决的" value={value.voteDay} {...(wrong('votedAtMs') === undefined ? {} : { error: wrong('votedAtMs') ?? '' })} onPick={(voteDay) => onChange({ voteDay })} />
        {number('一共多少户', 'voteTotal', 'total', '户')}
        {number('多少户参加', 'voteParticipants', 'participants', '户，要过三分之二')}
        {number('参加的面积占多少', 'voteParticipantsArea', 'participantsAreaShare', '%，要过三分之二')}
        {number('多少户同意', 'voteInFavour', 'inFavour', '户')}
        {number('同意的面积占多少', 'voteInFavourArea', 'inFavourAreaShare', '%')}
        <FieldFrame label="表决的纸" hint="只给社区核对，不公开" error={wrong('fileIds')}>
          <PhotoPicker photos={uploads.photos} max={LIMITS.papersPerCheck} label="拍凭据" onAdd={uploads.add} onRemove={uploads.remove} onRetry={uploads.retry} />
        </FieldFrame>
      </View>
    </View>
  );
}

function Consent({ value, errors, onChange }: CampaignPartProps) {
  const uploads = usePhotoUploads({ purpose: 'campaignPaper', max: LIMITS.papersPerCheck, photos: value.consentPapers, change: (update) => onChange((latest) => ({ consentPapers: update(latest.consentPapers) })) });
  const wrong = (field: string): string | undefined => errors[`goal.propertyConsent.${field}`];
  return (
    <View>
      <SectionHead title="物业同意" note="没办好可以先空着" />
      <View className="u-stack">
        <DateRow label="哪天同意的" value={value.consentDay} {...(wrong('atMs') === undefined ? {} : { error: wrong('atMs') ?? '' })} onPick={(consentDay) => onChange({ consentDay })} />
        <Field label="物业公司" value={value.consentCompany} placeholder="公司的名字" maxLength={LIMITS.nameCharacters} showCount={false} error={wrong('company')} onChange={(consentCompany) => onChange({ consentCompany })} />
        <FieldFrame label="盖章的纸" error={wrong('fileIds')}>
          <PhotoPicker photos={uploads.photos} max={LIMITS.papersPerCheck} label="拍凭据" onAdd={uploads.add} onRemove={uploads.remove} onRetry={uploads.retry} />
        </FieldFrame>
      </View>
    </View>
  );
}
