import type { LastLegView } from '@contract';
import { chinaDateText } from '../kernel/clock';
import type { Member } from '../member/member';
import type { Claim, Wish } from '../wish/wish';
import type { ClaimRecord } from '../claim/claim-record';
import { mayCallOff } from './ask-errand';
import type { ClaimErrand } from './last-leg';

const textOf = ({ state, carrierName, takeByMs }: ClaimErrand): string => {
  switch (state) {
    case 'asked':
      return `已请志愿者帮忙送，等人接，到 ${chinaDateText(takeByMs)}；没人接，社工来想办法`;
    case 'taken':
      return `有人送了：${carrierName}去驿站取，送到家`;
    case 'brought':
      return `${carrierName}说送到家了，收到了就确认一下`;
    case 'received':
      return `${carrierName}送到家了`;
    case 'unanswered':
      return '没人接，社工会打电话和您商量怎么送';
    case 'withdrawn':
      return '请志愿者送的那一趟已经取消';
  }
};

/** The last leg as the recipient's side reads it at its claim; null when none was asked for. */
export const lastLegView = (wish: Wish, claim: Claim, reader: Member): LastLegView | null =>
  (claim.errand ?? null) === null || claim.errand === null ? null : { errandId: claim.errand.errandId, state: claim.errand.state, text: textOf(claim.errand), canCancel: mayCallOff(wish, claim, reader) };

/** What whoever keeps the station reads of it, the carrier by name: they give it to that person. */
export const arrivalTextOf = ({ lastLegState, carrierName }: Pick<ClaimRecord, 'lastLegState' | 'carrierName'>): string | null => {
  switch (lastLegState ?? null) {
    case 'asked':
      return '请了志愿者送到家，还没人接';
    case 'taken':
      return `交给${carrierName}，送到家`;
    case 'brought':
      return `${carrierName}说已送到家，等对方确认`;
    case 'unanswered':
      return '没人接，社工在想办法';
    case 'received':
    case 'withdrawn':
    case null:
      return null;
  }
};
