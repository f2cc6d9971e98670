import { useState } from 'react';
import { View } from '@tarojs/components';
import type { UseRowView } from '@contract';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import './spending.css';

/** Lines of the table, allowed ones or forbidden ones. */
export function UseRows({ rows }: { rows: readonly UseRowView[] }) {
  return (
    <View className="sp-list">
      {rows.map((row) => (
        <View key={row.useKey} className="sp-use">
          <Icon name={row.isAllowed ? 'check' : 'close'} size={20} className={row.isAllowed ? 'sp-use-yes' : 'sp-use-no'} />
          <View className="u-grow">
            <View className="u-mid u-bold u-break">{row.label}</View>
            {row.note !== '' && <View className="u-cap u-break">{row.note}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}

/** What money never goes to, folded below a form. */
export function ForbiddenUses({ uses }: { uses: readonly UseRowView[] }) {
  const [isOpen, setOpen] = useState(false);
  const forbidden = uses.filter(({ isAllowed }) => !isAllowed);
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(!isOpen)}>{isOpen ? '收起不准花的' : `哪些不准花（${forbidden.length} 条）`}</Button>
      {isOpen && <UseRows rows={forbidden} />}
    </View>
  );
}
