import type { MessageTemplate } from '@contract';

/** Names of the fields in WeChat's templates; a deployment chooses templates with exactly these (docs/messages.md). */
export interface MessageRow {
  readonly thing: `thing${number}`;
  readonly note: `thing${number}`;
  readonly at: `time${number}`;
  /** Keeps till the morning when it falls into the night; what may be over by then, or somebody must act on, does not wait. */
  readonly waitsForDay: boolean;
}

/** Every subscription message of ours, one row each. What a person wants at which tap: docs/messages.md. */
export const MESSAGE_TABLE: Readonly<Record<MessageTemplate, MessageRow>> = {
  wishReviewed: { thing: 'thing1', note: 'thing2', at: 'time3', waitsForDay: true },
  wishClaimed: { thing: 'thing1', note: 'thing4', at: 'time2', waitsForDay: true },
  claimReminder: { thing: 'thing1', note: 'thing3', at: 'time2', waitsForDay: true },
  deliveryArrived: { thing: 'thing1', note: 'thing5', at: 'time3', waitsForDay: true },
  deliveryConfirmed: { thing: 'thing1', note: 'thing3', at: 'time2', waitsForDay: true },
  safetyReported: { thing: 'thing1', note: 'thing2', at: 'time3', waitsForDay: false },
  shiftChanged: { thing: 'thing1', note: 'thing2', at: 'time3', waitsForDay: false },
  shiftReminder: { thing: 'thing1', note: 'thing2', at: 'time3', waitsForDay: false },
};

/** A `thing` holds at most so many characters; WeChat refuses the whole message (47003) for one more. */
export const THING_CHARACTERS = 20;
