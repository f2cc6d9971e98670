import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MeView, SupplyView, SupplyWordsInput } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Screen } from '@/components/screen/screen';
import { type Draft, useDraft } from '@/lib/drafts';
import type { FormErrors } from '@/lib/form-errors';
import { goBack, replacePage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { SupplyFields } from './supply-fields';
import { checkSupplyForm, EMPTY_SUPPLY, formOfSupply, type SupplyForm, type SupplyName, supplyNames } from './supply-form';
import { SupplyGate } from './supply-gate';
import { SUPPLY_STALE } from './supply-stale';

/** 登记一份: one page, kept on the phone until it is sent. */
export function NewSupplyScreen({ me }: { me: MeView }) {
  const units = useApiQuery('unit.mine', {});
  const names = supplyNames(me, units.data ?? []);
  const draft = useDraft<SupplyForm>('supply.new', EMPTY_SUPPLY);
  return <Editor title="登记一份" draft={draft} supply={null} names={names} note={draft.savedAtMs === null ? '不想提供了，点一下就能歇' : '草稿在手机里了'} onSaved={(supplyId) => { draft.clear(); toast('登记好了，邻居们看得到'); void replacePage('supply', { id: supplyId }); }} />;
}

/** 改内容 of a standing offer, in the name it is offered in. */
export function EditSupplyScreen({ supplyId }: { supplyId: string }) {
  return <SupplyGate supplyId={supplyId} title="改内容" refusalOf={({ canEdit }) => (canEdit ? null : { title: '现在改不了', note: '它已经收起来了，或者不是您登记的。' })}>{(supply) => <Edit supply={supply} />}</SupplyGate>;
}

function Edit({ supply }: { supply: SupplyView }) {
  const [stored] = useState(() => formOfSupply(supply));
  const draft = useDraft<SupplyForm>(`supply.edit.${supply.supplyId}`, stored);
  return <Editor title="改内容" draft={draft} supply={supply} names={[nameOf(supply)]} onSaved={() => { draft.clear(); toast('改好了'); void goBack(); }} />;
}

/** The server knows whose it is; the form only asks what depends on it. */
const nameOf = ({ partyKind, partyName, communityId }: SupplyView): SupplyName => ({
  key: 'standing', label: partyName, communityId, as: partyKind === 'unit' ? { kind: 'unit', unitId: '-' } : partyKind === 'organisation' ? { kind: 'organisation', name: partyName } : { kind: partyKind },
});

interface EditorProps {
  readonly title: string;
  readonly draft: Draft<SupplyForm>;
  readonly supply: SupplyView | null;
  readonly names: readonly SupplyName[];
  readonly note?: string;
  readonly onSaved: (supplyId: string) => void;
}

function Editor({ title, draft, supply, names, note, onSaved }: EditorProps) {
  const [errors, setErrors] = useState<FormErrors>({});
  const save = useApiCommand('supply.save', { about: supply?.supplyId ?? '', invalidates: SUPPLY_STALE, onDone: ({ supplyId }) => onSaved(supplyId) });
  const name = names.find(({ key }) => key === draft.value.asKey) ?? names[0];
  if (name === undefined) return null;
  // A draft that an older program kept lacks what came later.
  const written = { ...EMPTY_SUPPLY, ...draft.value };
  const value = supply?.partyKind === 'organisation' ? { ...written, organisationName: supply.partyName } : written;
  const change = (patch: Partial<SupplyForm>): void => {
    setErrors({});
    save.clear();
    draft.change(patch);
  };
  const send = (): void => {
    const point: SupplyWordsInput['point'] = supply?.point ?? null;
    const checked = checkSupplyForm(value, name, point);
    setErrors(checked.errors ?? {});
    if (checked.words !== null) void save.run(supply === null ? { as: checked.as, ...checked.words } : { supplyId: supply.supplyId, ...checked.words });
  };
  const shown = { ...save.fields, ...errors };
  const failure = Object.keys(shown).length > 0 ? { message: '还有几处要补，看看上面红色的字。' } : save.failure;
  return (
    <Screen title={title} bottom={<BottomBar failure={failure} {...(note === undefined ? {} : { note })}><Button busy={save.isBusy} busyText="正在存…" onClick={send}>{supply === null ? '登记' : '存好'}</Button></BottomBar>}>
      {supply === null && <View className="u-sub">能帮什么、什么时候方便，写一次就好。社区配对的时候，会拿合适的心愿来问您。</View>}
      <SupplyFields value={value} name={name} names={supply === null ? names : []} errors={shown} onChange={change} />
    </Screen>
  );
}
