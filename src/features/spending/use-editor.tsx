import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type UseTableView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { useDraft } from '@/lib/drafts';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { UseRows } from './use-rows';

interface Line {
  /** Of a new line one of this phone's. */
  readonly key: string;
  readonly useKey: string | null;
  readonly label: string;
  readonly note: string;
  readonly isAllowed: boolean;
}

interface UseDraft {
  readonly lines: readonly Line[];
  /** New lines so far, for their keys. */
  readonly added: number;
}

const draftOf = (table: UseTableView): UseDraft => ({ lines: linesOf(table), added: 0 });

const linesOf = (table: UseTableView): readonly Line[] => table.rows.filter(({ isBuiltIn }) => !isBuiltIn).map(({ useKey, label, note, isAllowed }) => ({ key: useKey, useKey, label, note, isAllowed }));

/** The street's table, written by its administrator. Built-in lines stand below and stay. */
export function UseEditor({ table, onDone }: { table: UseTableView; onDone: () => void }) {
  const [unchanged] = useState(() => draftOf(table));
  const draft = useDraft<UseDraft>(`uses.${table.streetId}.${String(table.version)}`, unchanged);
  const { lines, added } = draft.value;
  const command = useApiCommand('uses.save', { about: table.streetId, invalidates: ['uses.get'], onDone: () => { draft.clear(); toast('存好了，往后按这张表来'); onDone(); } });
  const change = (latest: Partial<UseDraft>): void => { command.clear(); draft.change(latest); };
  const patch = (key: string, part: Partial<Line>): void => change({ lines: lines.map((line) => (line.key === key ? { ...line, ...part } : line)) });
  const add = (): void => change({ lines: [...lines, { key: `new-${added}`, useKey: null, label: '', note: '', isAllowed: true }], added: added + 1 });
  const leave = (): void => {
    draft.clear();
    onDone();
  };
  const isMissing = lines.some(({ label }) => label.trim() === '');
  const save = (): unknown => command.run({ areaId: table.streetId, version: table.version, rows: lines.map(({ useKey, label, note, isAllowed }) => ({ useKey, label: label.trim(), note: note.trim(), isAllowed })) });
  return (
    <Screen title="改用途表" bottom={<BottomBar failure={command.failure} aside={<Button kind="secondary" onClick={leave}>不改了</Button>}><Button busy={command.isBusy} busyText="正在存…" disabled={isMissing} reason="有一条还没写" onClick={save}>存好</Button></BottomBar>}>
      <View className="u-stack">
        {lines.map((line) => (
          <Card key={line.key}>
            <ChipWrap><Chip on={line.isAllowed} onClick={() => patch(line.key, { isAllowed: true })}>准</Chip><Chip on={!line.isAllowed} onClick={() => patch(line.key, { isAllowed: false })}>不准</Chip></ChipWrap>
            <View className="u-mt3"><Field value={line.label} maxLength={LIMITS.titleCharacters} showCount={false} placeholder="用在什么上，比如：公共部位小修小补" onChange={(label) => patch(line.key, { label })} /></View>
            <View className="u-mt3"><Field value={line.note} maxLength={LIMITS.noteCharacters} showCount={false} placeholder="说明一句，可不填" onChange={(note) => patch(line.key, { note })} /></View>
            <Button kind="text" size="small" onClick={() => change({ lines: lines.filter(({ key }) => key !== line.key) })}>去掉这条</Button>
          </Card>
        ))}
        {lines.length < LIMITS.useRows && <Button kind="secondary" icon="plus" onClick={add}>加一条</Button>}
      </View>
      <SectionHead title="一直不准的" note="法律和规矩定的，去不掉" />
      <UseRows rows={table.rows.filter(({ isBuiltIn }) => isBuiltIn)} />
    </Screen>
  );
}
