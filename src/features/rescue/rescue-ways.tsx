import { useState } from 'react';
import { View } from '@tarojs/components';
import type { RescueKind } from '@contract';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import { aria } from '@/lib/aria';
import { ProjectForm } from './project-form';
import { ReferForm } from './refer-form';
import type { RescueFormProps } from './rescue-form';
import { SplitForm } from './split-form';
import './rescue.css';

const WAYS: readonly { readonly kind: RescueKind; readonly icon: IconName; readonly title: string; readonly note: string }[] = [
  { kind: 'split', icon: 'list', title: '拆小一点', note: '分成更多小份，重新放到墙上；再等 7 天，还没人接会再回来找您。' },
  { kind: 'project', icon: 'store', title: '用项目经费办', note: '社区的项目出钱，您来送、来拍照，对方照常确认；不记积分。' },
  { kind: 'refer', icon: 'users', title: '转给更合适的人', note: '心愿先从墙上取下；对方 24 个工作小时内说接不接，没回话就退回您这里。' },
];

/** The three ways in plain words, with what happens then; one opens at a time. */
export function RescueWays({ wish, fromAreaId, onDone }: RescueFormProps & { readonly fromAreaId: string }) {
  const [open, setOpen] = useState<RescueKind | null>(null);
  const canSplit = wish.rescue?.canSplit === true;
  return (
    <View>
      {WAYS.filter((way) => way.kind !== 'split' || canSplit).map((way) => (
        <View key={way.kind} className={`res-card ${open === way.kind ? 'res-way-open' : ''}`}>
          <View className="res-way" {...aria({ role: 'button', label: way.title })} onClick={() => setOpen(open === way.kind ? null : way.kind)}>
            <Icon name={way.icon} size={24} className="u-accent" />
            <View className="u-grow">
              <View className="u-h3">{way.title}</View>
              <View className="u-sub u-mt1">{way.note}</View>
            </View>
            <Icon name={open === way.kind ? 'down' : 'right'} size={18} color="var(--ink-3)" />
          </View>
          {open === way.kind && way.kind === 'split' && <SplitForm wish={wish} onDone={onDone} />}
          {open === way.kind && way.kind === 'project' && <ProjectForm wish={wish} onDone={onDone} />}
          {open === way.kind && way.kind === 'refer' && <ReferForm wishId={wish.wishId} fromAreaId={fromAreaId} route="rescue.refer" onDone={onDone} />}
        </View>
      ))}
      {!canSplit && <View className="u-cap u-mt2">这是一整件，拆不成小份。</View>}
    </View>
  );
}
