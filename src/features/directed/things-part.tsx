import { useState } from 'react';
import { View } from '@tarojs/components';
import type { DirectedThingView, DirectedView, ThingState } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { SectionHead } from '@/components/section-head/section-head';
import { Tag, type TagTone } from '@/components/tag/tag';
import { serverNowMs } from '@/lib/server-clock';
import { CallOffSheet, HandOverSheet, ReceiveSheet } from './thing-sheets';
import { thingLines, thingName, thingTag } from './thing-words';
import './directed.css';

const TONES: Readonly<Record<ThingState, TagTone>> = { waiting: 'plain', handed: 'ochre', received: 'green', off: 'plain' };

type Open = { readonly act: 'handOver' | 'receive' | 'callOff'; readonly thing: DirectedThingView } | null;

/** Things and services: what was promised, what was brought, what staff counted. */
export function ThingsPart({ gift: { directedId, things } }: { gift: DirectedView }) {
  const [open, setOpen] = useState<Open>(null);
  if (things.length === 0) return null;
  const close = (): void => setOpen(null);
  return (
    <View>
      <SectionHead title="给的东西和服务" />
      <Card>{things.map((thing) => <ThingRow key={thing.thingId} thing={thing} onAct={(act) => setOpen({ act, thing })} />)}</Card>
      {open?.act === 'handOver' && <HandOverSheet directedId={directedId} thing={open.thing} onClose={close} />}
      {open?.act === 'receive' && <ReceiveSheet directedId={directedId} thing={open.thing} onClose={close} />}
      {open?.act === 'callOff' && <CallOffSheet directedId={directedId} thing={open.thing} onClose={close} />}
    </View>
  );
}

function ThingRow({ thing, onAct }: { thing: DirectedThingView; onAct: (act: 'handOver' | 'receive' | 'callOff') => void }) {
  const { kind, state, canHandOver, canReceive, canCallOff } = thing;
  return (
    <View className="dir-part">
      <View className="u-row u-top u-between u-gap3">
        <View className="u-mid u-bold u-grow u-break">{thingName(thing)}</View>
        <Tag tone={TONES[state]} {...(state === 'received' ? { icon: 'check' } : {})}>{thingTag(thing)}</Tag>
      </View>
      {thingLines(thing, serverNowMs()).map((line) => <View key={line} className="u-cap u-break u-mt1">{line}</View>)}
      {(canHandOver || canReceive || canCallOff) && (
        <View className="u-row u-wrap u-gap2 u-mt2">
          {canHandOver && <Button kind="green-tint" size="small" onClick={() => onAct('handOver')}>{kind === 'goods' ? '送到了' : '做好了'}</Button>}
          {canReceive && <Button kind="green-tint" size="small" onClick={() => onAct('receive')}>{kind === 'goods' ? '点收' : '看过了'}</Button>}
          {canCallOff && <Button kind="text" size="small" onClick={() => onAct('callOff')}>不给了</Button>}
        </View>
      )}
    </View>
  );
}
