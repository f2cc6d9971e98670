import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, SATISFACTION_LABEL, SATISFACTIONS } from '@contract';
import { BigAnswer } from '@/components/big-answer/big-answer';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { RateRow } from '@/components/rate-row/rate-row';
import { VoiceBox, type VoiceBoxWords } from '@/components/voice-box/voice-box';
import type { PhotoUploads } from '@/lib/use-photo-uploads';
import type { VoiceNote } from '@/lib/use-voice-note';
import { canRecordVoice } from '@/lib/voice-recorder';
import { RATING_QUESTIONS, type RatingForm, saysMore, toggleChip } from './rating-form';

const FRUIT = { satisfied: 'delivered', fair: 'held', unsatisfied: 'open' } as const;

const VOICE_WORDS: VoiceBoxWords = { audience: '只有社区听得到', sending: '正在传…', kept: '检查过，社区才听得到' };

interface RatingFieldsProps {
  readonly about?: 'help' | 'shift';
  readonly form: RatingForm;
  readonly photos: PhotoUploads;
  readonly voice: VoiceNote;
  readonly wordsError: string | undefined;
  readonly change: (patch: Partial<RatingForm>) => void;
}

/** One question; everything else is folded until somebody wants to say more. */
export function RatingFields(props: RatingFieldsProps) {
  const { about = 'help', form, change } = props;
  // What was written before stands open: nobody sends what they can't see.
  const [isUnfolded, setUnfolded] = useState(() => saysMore(form));
  return (
    <View>
      <View className="u-h2">{RATING_QUESTIONS[about].question}</View>
      <View className="u-mt3">
        <BigAnswer
          options={SATISFACTIONS.map((value) => ({ value, title: SATISFACTION_LABEL[value], fruit: FRUIT[value] }))}
          value={form.satisfaction}
          onChange={(satisfaction) => change({ satisfaction })}
        />
      </View>
      {!isUnfolded && <View className="u-mt3"><Button kind="text" icon="down" onClick={() => setUnfolded(true)}>还想多说两句，认真说的有积分</Button></View>}
      {isUnfolded && <MoreFields {...props} />}
    </View>
  );
}

function MoreFields({ about = 'help', form, photos, voice, wordsError, change }: RatingFieldsProps) {
  const { stars, chips } = RATING_QUESTIONS[about];
  const speaks = canRecordVoice || voice.voice !== null;
  return (
    <View className="u-mt4">
      {stars.map(({ name, label }) => <RateRow key={name} label={label} value={form[name] ?? 0} onChange={(count) => change({ [name]: count === 0 ? null : count })} />)}
      <View className="u-mt4">
        <ChipWrap>
          {chips.map((chip) => <Chip key={chip} on={form.chips.includes(chip)} onClick={() => change({ chips: toggleChip(form.chips, chip) })}>{chip}</Chip>)}
        </ChipWrap>
      </View>
      <View className="u-mt4">
        <Field kind="textarea" label="说一句（可不写）" value={form.words} maxLength={LIMITS.ratingCharacters} placeholder="哪里好、哪里还差一点" error={wordsError} onChange={(words) => change({ words })} />
      </View>
      {speaks && <View className="u-mt3"><VoiceBox note={voice} words={VOICE_WORDS} /></View>}
      <View className="u-mt4">
        <PhotoPicker note="照片可不放；别拍到人脸和门牌" photos={photos.photos} max={1} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} />
      </View>
      <View className="u-cap u-mt3">帮您的人只看到大家合起来的评价，看不到是谁写的；照片{speaks ? '和录音' : ''}只有社区看得到。</View>
    </View>
  );
}
