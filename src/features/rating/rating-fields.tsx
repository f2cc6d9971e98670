import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, RATING_CHIPS, SATISFACTION_LABEL, SATISFACTIONS } from '@contract';
import { BigAnswer } from '@/components/big-answer/big-answer';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { RateRow } from '@/components/rate-row/rate-row';
import type { PhotoUploads } from '@/lib/use-photo-uploads';
import { type RatingForm, STAR_ROWS, toggleChip } from './rating-form';

const FRUIT = { satisfied: 'delivered', fair: 'held', unsatisfied: 'open' } as const;

interface RatingFieldsProps {
  readonly form: RatingForm;
  readonly photos: PhotoUploads;
  readonly wordsError: string | undefined;
  readonly change: (patch: Partial<RatingForm>) => void;
}

/** One question; everything else is folded until somebody wants to say more. */
export function RatingFields({ form, photos, wordsError, change }: RatingFieldsProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <View>
      <View className="u-h2">这次帮忙，您觉得？</View>
      <View className="u-mt3">
        <BigAnswer
          options={SATISFACTIONS.map((value) => ({ value, title: SATISFACTION_LABEL[value], fruit: FRUIT[value] }))}
          value={form.satisfaction}
          onChange={(satisfaction) => change({ satisfaction })}
        />
      </View>
      {!isUnfolded && <View className="u-mt3"><Button kind="text" icon="down" onClick={() => setUnfolded(true)}>还想多说两句，认真说的有积分</Button></View>}
      {isUnfolded && <MoreFields form={form} photos={photos} wordsError={wordsError} change={change} />}
    </View>
  );
}

function MoreFields({ form, photos, wordsError, change }: RatingFieldsProps) {
  return (
    <View className="u-mt4">
      {STAR_ROWS.map((row) => <RateRow key={row.name} label={row.label} value={form[row.name] ?? 0} onChange={(stars) => change({ [row.name]: stars === 0 ? null : stars })} />)}
      <View className="u-mt4">
        <ChipWrap>
          {RATING_CHIPS.map((chip) => <Chip key={chip} on={form.chips.includes(chip)} onClick={() => change({ chips: toggleChip(form.chips, chip) })}>{chip}</Chip>)}
        </ChipWrap>
      </View>
      <View className="u-mt4">
        <Field kind="textarea" label="说一句（可不写）" value={form.words} maxLength={LIMITS.ratingCharacters} placeholder="哪里好、哪里还差一点" error={wordsError} onChange={(words) => change({ words })} />
      </View>
      <View className="u-mt4">
        <PhotoPicker note="照片可不放" photos={photos.photos} max={1} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} />
      </View>
      <View className="u-cap u-mt3">帮您的人只看到大家合起来的评价，看不到是谁写的。</View>
    </View>
  );
}
