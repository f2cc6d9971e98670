import { View } from '@tarojs/components';
import { Drawing } from '@/components/drawing/drawing';
import type { ObjectName } from '@/drawings';
import { aria } from '@/lib/aria';
import './home.css';

export interface HomeActionHandlers {
  readonly onAsk: () => void;
  readonly onHelp: () => void;
  readonly onPhone: () => void;
}

interface Action {
  readonly key: keyof HomeActionHandlers;
  readonly label: string;
  readonly hint: string;
  readonly drawing: ObjectName;
  readonly tone: 'accent' | 'green' | 'ochre';
}

const ACTIONS: readonly Action[] = [
  { key: 'onAsk', label: '我要求助', hint: '说句话就行', drawing: 'hand', tone: 'accent' },
  { key: 'onHelp', label: '我来帮人', hint: '看看谁等人帮', drawing: 'tea', tone: 'green' },
  { key: 'onPhone', label: '打电话', hint: '社区有人接', drawing: 'phone', tone: 'ochre' },
];

/** The three things a neighbour comes for; one tap each. */
export function HomeActions(handlers: HomeActionHandlers) {
  return (
    <View className="home-actions">
      {ACTIONS.map((action) => (
        <View key={action.key} className="home-action" {...aria({ role: 'button', label: action.label })} onClick={handlers[action.key]}>
          <View className={`home-action-picture home-tint-${action.tone}`}>
            <Drawing name={action.drawing} size={48} />
          </View>
          <View className="home-action-label">{action.label}</View>
        </View>
      ))}
    </View>
  );
}

/** The same three as tiles that fill the screen (关怀模式); the phone tile shows the number itself. */
export function CareActions({ dutyPhone, ...handlers }: HomeActionHandlers & { dutyPhone: string }) {
  return (
    <View className="home-care">
      {ACTIONS.map((action) => (
        <View key={action.key} className={`home-care-tile home-fill-${action.tone}`} {...aria({ role: 'button', label: action.label })} onClick={handlers[action.key]}>
          <View className="u-grow">
            <View className="home-care-label">{action.label}</View>
            <View className="home-care-hint">{action.key === 'onPhone' ? dutyPhone : action.hint}</View>
          </View>
          <View className="home-care-picture">
            <Drawing name={action.drawing} size={60} />
          </View>
        </View>
      ))}
    </View>
  );
}
