import type { Effect } from '../effect/effect';
import type { NeedsPart } from './need';
import type { Pledge } from './pledge';

/** What happened to a need of a host; part of the host's own events. */
export interface NeedChanged {
  readonly kind: 'needChanged';
  /** Was promised just now, and becomes a document of its own. */
  readonly pledge: Pledge | null;
  /** An activity was named for hours. */
  readonly hours: { readonly needId: string; readonly activityId: string } | null;
}

/** Pure: what a change of a need brings about. */
export const needEffectsOf = (campaignId: string, { pledge, hours }: NeedChanged, atMs: number): readonly Effect[] => [
  ...(pledge === null ? [] : [{ kind: 'openPledge' as const, pledge }]),
  ...(hours === null ? [] : [{ kind: 'followHours' as const, campaignId, ...hours, atMs }]),
];

/** Pure: hours whose activity was named before it opened are counted from now on. */
export const followedHoursOf = (campaignId: string, { needs }: NeedsPart, atMs: number): readonly Effect[] =>
  Object.entries(needs).flatMap(([needId, { activityId }]) => (activityId === null ? [] : [{ kind: 'followHours' as const, campaignId, needId, activityId, atMs }]));

/** Pure: whoever still meant to bring something hears that the host is over. */
export const endPledgesOf = (campaignId: string, { needs }: NeedsPart, reason: string, atMs: number): readonly Effect[] =>
  Object.values(needs).some(({ kept }) => Object.keys(kept).length > 0) ? [{ kind: 'endPledges', campaignId, reason, atMs }] : [];
