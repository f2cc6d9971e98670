import { View } from '@tarojs/components';
import { LIMITS, UNIT_KIND_LABEL, UNIT_KINDS, type UnitKind, type UnitView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';

interface NewUnit {
  readonly kind: UnitKind;
  readonly name: string;
}
const EMPTY: NewUnit = { kind: 'company', name: '' };
const EXAMPLE: Readonly<Record<UnitKind, string>> = { company: '比如：农商行青枫支行', partyBranch: '比如：枫林里党支部', family: '比如：三楼李姐一家' };

/** A new unit with me as its contact. */
export function CreateUnitSheet({ isOpen, onClose, onCreated }: { isOpen: boolean; onClose: () => void; onCreated: (unit: UnitView) => void }) {
  const draft = useDraft('unit.create', EMPTY);
  const command = useApiCommand('unit.create', { invalidates: ['unit.mine', 'member.me'] });
  const create = async (): Promise<void> => {
    const unit = await command.run({ kind: draft.value.kind, name: draft.value.name });
    if (unit === null) return;
    draft.clear();
    onCreated(unit);
  };
  return (
    <Sheet
      isOpen={isOpen}
      title="一起认领，用一个名字"
      onClose={onClose}
      action={<Button busy={command.isBusy} busyText="正在建…" disabled={draft.value.name.trim() === ''} reason="先写个名字" onClick={create}>建好，由我来联系</Button>}
    >
      <FieldFrame label="是哪一种">
        <ChipWrap>
          {UNIT_KINDS.map((kind) => <Chip key={kind} on={draft.value.kind === kind} onClick={() => draft.change({ kind })}>{UNIT_KIND_LABEL[kind]}</Chip>)}
        </ChipWrap>
      </FieldFrame>
      <View className="u-mt4">
        <Field label="叫什么" hint="认领时邻居看得到这个名字" value={draft.value.name} maxLength={LIMITS.nameCharacters} placeholder={EXAMPLE[draft.value.kind]} error={command.fields.name} onChange={(name) => draft.change({ name })} />
      </View>
      <View className="u-sub u-mt4">建好以后，您可以用它的名字认领心愿，再请几位同事、家人做后备。您走开了，先加入的那位会接着办，认领不会没人管。</View>
      {command.failure !== null && command.fields.name === undefined && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}
