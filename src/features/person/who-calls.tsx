import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type MeView, type PersonFoundView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Icon } from '@/components/icon/icon';
import { toApiFailure } from '@/lib/api-failure';
import { callApi } from '@/lib/call-api';
import { useApiQuery } from '@/lib/use-api';
import { callerOf, EMPTY_CALLER, hasNumber, type Caller } from './caller';

interface WhoCallsProps {
  readonly me: MeView;
  readonly caller: Caller;
  readonly onChange: (caller: Caller) => void;
}

/** 谁打来的: the number first, since the phone shows it; whoever called before is one tap. */
export function WhoCalls({ me, caller, onChange }: WhoCallsProps) {
  if (caller.personId !== null) return <KnownCaller caller={caller} onForget={() => onChange(EMPTY_CALLER)} />;
  return <NewCaller me={me} caller={caller} onChange={onChange} />;
}

function KnownCaller({ caller, onForget }: { caller: Caller; onForget: () => void }) {
  return (
    <Card>
      <View className="u-row u-gap3">
        <Icon name="phone" size={22} color="var(--green)" />
        <View className="u-grow">
          <View className="u-h3">{caller.name}</View>
          <View className="u-cap">{caller.phone === '' ? '没留电话' : caller.phone}</View>
        </View>
        <Button kind="text" size="small" onClick={onForget}>换一位</Button>
      </View>
    </Card>
  );
}

function NewCaller({ me, caller, onChange }: WhoCallsProps) {
  const [found, setFound] = useState<readonly PersonFoundView[] | null>(null);
  const [problem, setProblem] = useState('');
  const find = async (): Promise<void> => {
    setProblem('');
    try {
      const people = await callApi('person.find', { areaId: me.communityId, phone: caller.phone });
      setFound(people);
    } catch (thrown) {
      const failure = toApiFailure(thrown);
      setProblem(failure.fields.phone ?? failure.message);
    }
  };
  const write = (patch: Partial<Caller>): void => {
    setProblem('');
    if (patch.phone !== undefined) setFound(null);
    onChange({ ...caller, ...patch });
  };
  return (
    <Card>
      <Field label="来电号码" inputType="number" value={caller.phone} hint="没有就空着" placeholder="座机、手机都行" error={problem} onChange={(phone) => write({ phone })} onBlur={() => { if (hasNumber(caller)) void find(); }} />
      {hasNumber(caller) && found === null && <View className="u-mt3"><Button kind="secondary" size="small" icon="search" onClick={find}>查一下打来过没有</Button></View>}
      {found !== null && <Found people={found} onPick={(person) => onChange(callerOf(caller.phone, person))} />}
      <View className="u-mt4"><Field label="怎么称呼" hint="只有工作人员看得到" value={caller.name} maxLength={LIMITS.nameCharacters} placeholder="比如：孙桂香" onChange={(name) => write({ name })} /></View>
      <View className="u-mt4"><AreaChips me={me} chosen={caller.areaId} onPick={(areaId) => write({ areaId })} /></View>
    </Card>
  );
}

function Found({ people, onPick }: { people: readonly PersonFoundView[]; onPick: (person: PersonFoundView) => void }) {
  if (people.length === 0) return <View className="u-cap u-mt3">第一次打来，写下称呼和小区就行。</View>;
  return (
    <View className="u-mt3">
      <View className="u-sub">这个号码打来过，是哪一位？</View>
      <View className="u-mt2"><ChipWrap>{people.map((person) => <Chip key={person.personId} onClick={() => onPick(person)}>{person.name} · {person.areaName}</Chip>)}</ChipWrap></View>
    </View>
  );
}

function AreaChips({ me, chosen, onPick }: { me: MeView; chosen: string | null; onPick: (areaId: string) => void }) {
  const grids = useApiQuery('area.children', { parentId: me.communityId });
  return (
    <FieldFrame label="住哪个小区">
      <ChipWrap>
        {(grids.data ?? []).map((area) => <Chip key={area.areaId} on={chosen === area.areaId} onClick={() => onPick(area.areaId)}>{area.name}</Chip>)}
        <Chip on={chosen === me.communityId} onClick={() => onPick(me.communityId)}>说不准</Chip>
      </ChipWrap>
    </FieldFrame>
  );
}
