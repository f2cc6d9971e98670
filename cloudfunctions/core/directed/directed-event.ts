import type { DirectedLeftoverKind } from '@contract';
import type { PhotoLooked } from '../media/judge-photo';
import type { SpendingEvent } from '../spending/spending-event';

type Plain = Readonly<Record<never, never>>;

interface Ended {
  readonly was: string;
  readonly hadMoney: boolean;
}
interface OfPayment {
  readonly contributionId: string;
}
interface OfThing {
  readonly thingId: string;
}
interface OfDisclosure {
  readonly disclosureId: string;
}
interface OfLeftover {
  readonly leftoverId: string;
}

/** What each kind of event says. */
interface Said {
  readonly offered: Plain;
  readonly updated: Plain;
  readonly withdrawn: Ended;
  readonly cancelled: Ended;
  readonly askedBack: Plain;
  readonly refused: Plain;
  readonly agreed: Plain;
  /** A part is being paid or waits for the second person; it came; it came to nothing; it is looked for. */
  readonly paymentKept: OfPayment;
  readonly paymentCame: OfPayment;
  readonly paymentGone: OfPayment;
  readonly paymentSought: OfPayment;
  readonly payByPassed: Plain;
  readonly lookedAgain: Plain;
  readonly funded: { readonly settledFen: number };
  readonly lapsed: Plain;
  /** Whatever came in while it was called off goes back as well. */
  readonly swept: Plain;
  readonly thingHanded: OfThing;
  readonly thingReceived: OfThing;
  readonly thingOff: OfThing & { readonly wasHanded: boolean };
  readonly photoChecked: PhotoLooked;
  /** `isOver`: it told the whole and nothing is left. */
  readonly reported: { readonly disclosureIds: readonly string[]; readonly photos: readonly string[]; readonly isFinal: boolean; readonly isOver: boolean; readonly settling: number };
  readonly disclosureWarned: OfDisclosure;
  readonly disclosureOverdue: OfDisclosure;
  /** `settling`: which question to staff this answers; `beforeId`: what was said before and not answered. */
  readonly leftoverSaid: OfLeftover & { readonly settling: number; readonly beforeId: string | null };
  readonly leftoverRefused: OfLeftover & { readonly settling: number };
  readonly leftoverTaken: OfLeftover & { readonly to: DirectedLeftoverKind; readonly amountFen: number };
  readonly leftoverLate: OfLeftover;
  readonly returnRecorded: OfLeftover;
  readonly returnConfirmed: OfLeftover;
  readonly returnCorrected: OfLeftover & { readonly reason: string };
}

type Kind = keyof Said;

interface Head {
  readonly eventId: string;
  readonly atMs: number;
  /** Member who acted, or 'clock'. */
  readonly byId: string;
}

export type DirectedEventOf<K extends Kind> = { readonly [E in K]: Head & Said[E] & { readonly kind: E } }[K];

/** What happened to a directed gift; waits in its outbox until delivered. */
export type DirectedEvent = SpendingEvent | DirectedEventOf<Kind>;
