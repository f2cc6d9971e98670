import { useState } from 'react';
import { View } from '@tarojs/components';
import { CAMPAIGN_PICTURES, CAMPAIGN_SUBJECT_LABEL, CAMPAIGN_SUBJECTS, LIMITS } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { SectionHead } from '@/components/section-head/section-head';
import { Stepper } from '@/components/stepper/stepper';
import { WishBasket } from '@/components/wish-basket/wish-basket';
import type { BudgetUses } from '@/lib/budget-uses';
import type { FormErrors } from '@/lib/form-errors';
import { useApiPages } from '@/lib/use-api';
import { usePhotoUploads } from '@/lib/use-photo-uploads';
import type { CampaignForm } from './campaign-form';
import { MoneyFields } from './money-fields';
import { NeedFields } from './need-fields';
import { PapersFields } from './papers-fields';
import { pictureOfCampaign } from './picture-of-campaign';
import { StepFields } from './step-fields';
import './campaign.css';

export interface CampaignPartProps {
  readonly value: CampaignForm;
  readonly errors: FormErrors;
  readonly onChange: (patch: Partial<CampaignForm> | ((latest: CampaignForm) => Partial<CampaignForm>)) => void;
}

/** What is proposed: for what, in which words, how much, with which papers, step by step. */
export function CampaignFields({ uses, ...part }: CampaignPartProps & { readonly uses: BudgetUses }) {
  const { value } = part;
  return (
    <View>
      <Subject {...part} />
      <Source {...part} />
      <Words {...part} />
      <Facts {...part} />
      {value.subjectKind !== 'person' && <MoneyFields {...part} uses={uses} />}
      {value.subjectKind === 'place' && <PapersFields {...part} />}
      <NeedFields {...part} />
      <StepFields value={value} errors={part.errors} onChange={part.onChange} />
      <SectionHead title="筹多久" note={`最长 ${LIMITS.stageDays} 天`} />
      <Stepper label="筹多少天" value={value.stageDays} min={1} max={LIMITS.stageDays} unit="天" onChange={(stageDays) => part.onChange({ stageDays })} />
    </View>
  );
}

function Subject({ value, onChange }: CampaignPartProps) {
  return (
    <View>
      <FieldFrame label="为了什么">
        <ChipWrap>{CAMPAIGN_SUBJECTS.map((kind) => <Chip key={kind} on={value.subjectKind === kind} onClick={() => onChange({ subjectKind: kind })}>{CAMPAIGN_SUBJECT_LABEL[kind]}</Chip>)}</ChipWrap>
      </FieldFrame>
      {value.subjectKind === 'person' && <View className="u-mt3"><Notice tone="info" icon="shield">帮一位邻居，可以出东西、出地方、出力气，不收钱。要花钱的，社区帮着找慈善组织。</Notice></View>}
    </View>
  );
}

/** Most come from an idea; some gather what several wishes on the wall ask for. */
function Source({ value, errors, onChange }: CampaignPartProps) {
  const [isAsked, setAsked] = useState(false);
  const wall = useApiPages('wish.wall', { sort: 'soon', status: 'claimable', within: 'community' }, { isEnabled: isAsked });
  return <View className="u-mt5"><WishBasket label="墙上哪些心愿一起办（可不选）" otherwise="没有也行，直接写要办什么。" wishes={value.wishes} wall={wall} error={errors.source} onOpen={() => setAsked(true)} onChange={(wishes) => onChange({ wishes })} /></View>;
}

function Words({ value, errors, onChange }: CampaignPartProps) {
  const uploads = usePhotoUploads({ purpose: 'campaignPhoto', max: LIMITS.photosPerWish, photos: value.photos, change: (update) => onChange((latest) => ({ photos: update(latest.photos) })) });
  return (
    <View className="u-stack u-mt5">
      <Field label="办什么" value={value.title} placeholder="比如：给楼门口修一条缓坡" maxLength={LIMITS.titleCharacters} error={errors.title} onChange={(title) => onChange({ title })} />
      <Field label="为什么办、怎么办" kind="textarea" value={value.story} placeholder="现在是什么样，办好了是什么样，谁来办" maxLength={LIMITS.storyCharacters} error={errors.story} onChange={(story) => onChange({ story })} />
      <FieldFrame label="照片" hint="可不加，别拍到人脸和门牌">
        <PhotoPicker photos={uploads.photos} max={LIMITS.photosPerWish} onAdd={uploads.add} onRemove={uploads.remove} onRetry={uploads.retry} />
      </FieldFrame>
      <FieldFrame label="配一张画">
        <View className="mut-pictures">{CAMPAIGN_PICTURES.map((key) => <View key={key} className={`mut-picture ${value.pictureKey === key ? 'mut-picture-on' : ''}`} onClick={() => onChange({ pictureKey: key })}><PictureTile drawing={pictureOfCampaign(key)} size={56} tone="green" /></View>)}</View>
      </FieldFrame>
    </View>
  );
}

function Facts({ value, errors, onChange }: CampaignPartProps) {
  const common = { maxLength: LIMITS.factCharacters, showCount: false } as const;
  return (
    <View>
      <SectionHead title="四件事，一件一句" note="付钱前人人都看" />
      <View className="u-stack">
        <Field {...common} label="谁在办" value={value.who} placeholder="楼长郑洪，2019 年起管楼里的事" error={errors['facts.who']} onChange={(who) => onChange({ who })} />
        <Field {...common} label="办过什么" value={value.done} placeholder="修过 2 个楼道扶手，账目都公开了" error={errors['facts.done']} onChange={(done) => onChange({ done })} />
        <Field {...common} label="钱和东西用在哪" value={value.uses} placeholder="材料 7600、施工 4000、验收 400" error={errors['facts.uses']} onChange={(uses) => onChange({ uses })} />
        <Field {...common} label="到哪一步了" value={value.where} placeholder="图纸已过审，凑够就开工" error={errors['facts.where']} onChange={(where) => onChange({ where })} />
        <Field {...common} label="您是谁" hint="您来张罗，有事大家找您" value={value.sinceText} placeholder="比如：住了 12 年，当了 6 年楼长" error={errors.sinceText} onChange={(sinceText) => onChange({ sinceText })} />
      </View>
    </View>
  );
}
