import { View } from '@tarojs/components';
import { TEAM_AUDIENCES } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { FieldFrame } from '@/components/field/field-frame';

export type TeamAudience = (typeof TEAM_AUDIENCES)[number];

const WORD: Readonly<Record<TeamAudience, string>> = { teamFirst: '先给队员，再给大家', teamOnly: '只给队员' };
const NOTE: Readonly<Record<TeamAudience, string>> = { teamFirst: '发布后头一天队员先报，之后邻居都能报。', teamOnly: '只有队员看得到、能报名。' };

/** Who may sign up for what a team does. */
export function AudienceChips({ value, onChange }: { value: TeamAudience; onChange: (audience: TeamAudience) => void }) {
  return (
    <FieldFrame label="谁能报名">
      <ChipWrap>{TEAM_AUDIENCES.map((one) => <Chip key={one} on={value === one} onClick={() => onChange(one)}>{WORD[one]}</Chip>)}</ChipWrap>
      <View className="u-cap u-mt2">{NOTE[value]}</View>
    </FieldFrame>
  );
}
