import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import './ticket.css';

export interface TicketProps {
  title: ReactNode;
  note?: ReactNode;
  /** `hot` is tinted: it runs out soon. */
  tone?: 'plain' | 'hot';
  right?: ReactNode;
}

/** A torn-off ticket: points that run out on a day, a code to show. */
export function Ticket({ title, note, tone = 'plain', right }: TicketProps) {
  return (
    <View className={`ly-ticket ${tone === 'hot' ? 'ly-ticket-hot' : ''}`}>
      <View className="u-grow">
        <View className="u-h2">{title}</View>
        {note !== undefined && <View className="u-sub u-mt1">{note}</View>}
      </View>
      {right}
    </View>
  );
}
