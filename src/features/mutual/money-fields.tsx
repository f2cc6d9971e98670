import { View } from '@tarojs/components';
import { BudgetLines } from '@/components/budget-lines/budget-lines';
import { Field } from '@/components/field/field';
import { SectionHead } from '@/components/section-head/section-head';
import { Switch } from '@/components/switch/switch';
import type { BudgetUses } from '@/lib/budget-uses';
import type { FormErrors } from '@/lib/form-errors';
import type { CampaignForm } from './campaign-form';

interface MoneyFieldsProps {
  readonly value: CampaignForm;
  readonly errors: FormErrors;
  readonly uses: BudgetUses;
  readonly onChange: (patch: Partial<CampaignForm>) => void;
}

/** Whether money is asked for, how much, and what it is spent on. */
export function MoneyFields({ value, errors, uses, onChange }: MoneyFieldsProps) {
  return (
    <View>
      <SectionHead title="要筹钱吗" />
      <Switch checked={value.hasMoney} label="要筹钱" note={value.hasMoney ? '到期不够最低的数，全部自动退回' : '只要东西、地方和人手'} onChange={(hasMoney) => onChange({ hasMoney })} />
      {value.hasMoney && <View className="u-mt3"><BudgetFields value={value} errors={errors} uses={uses} path="goal.money" onChange={onChange} /></View>}
    </View>
  );
}

type Budget = Pick<CampaignForm, 'minimumText' | 'optimumText' | 'lines'>;

interface BudgetFieldsProps {
  readonly value: Budget;
  readonly errors: FormErrors;
  readonly uses: BudgetUses;
  /** Where the schema keeps it: `goal.money` of a proposal, `money` of a further stage. */
  readonly path: string;
  readonly onChange: (patch: Partial<Budget>) => void;
}

/** The least, the best, and the lines between them. */
export function BudgetFields({ value, errors, uses, path, onChange }: BudgetFieldsProps) {
  return (
    <View className="u-stack">
      <Field label="最低要多少" hint="元，不够就全退" inputType="digit" value={value.minimumText} placeholder="比如：12000" maxLength={10} error={errors[`${path}.minimumFen`]} onChange={(minimumText) => onChange({ minimumText })} />
      <Field label="最好有多少" hint="元，到了就不再收；不写就和最低一样" inputType="digit" value={value.optimumText} placeholder="比如：18000" maxLength={10} error={errors[`${path}.optimumFen`]} onChange={(optimumText) => onChange({ optimumText })} />
      <View className="u-h3 u-mt3">花在哪儿</View>
      <BudgetLines example="防滑砖和水泥" lines={value.lines} errors={errors} uses={uses} path={`${path}.lines`} onChange={(lines) => onChange({ lines })} />
    </View>
  );
}
