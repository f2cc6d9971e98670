import type { BaseIssue, BaseSchema } from 'valibot';
import type { Role } from './vocabulary';

/**
 * Who may call. `public`: also where WeChat names nobody, as on a page opened from Moments; only for reads that are the
 * same for everybody. `anonymous`: anyone WeChat identified, joined or not. `member`: joined a community.
 * Roles: a member who holds one of them at some node; the use case checks the node against the thing acted on.
 */
export type Access = 'public' | 'anonymous' | 'member' | { readonly roles: readonly Role[] };

/** What a route spends besides database requests; each person has so many of each an hour (core/rules.ts). */
export type QuotaKind = 'contentCheck' | 'upload' | 'code' | 'certificate' | 'verify';

/** `Raw` is what a client may write, `Input` what a handler receives after parsing. */
export interface RouteDefinition<Input = unknown, Output = unknown, Raw = unknown> {
  readonly input: BaseSchema<Raw, Input, BaseIssue<unknown>>;
  readonly mutating: boolean;
  readonly access: Access;
  /** Database requests from the caller's identity up to the reply (DESIGN.md section 4); delivery counts apart. */
  readonly requestBudget: number;
  readonly quota?: QuotaKind;
  /** Carries the output type; never set. */
  readonly output?: Output;
}

/** Declares a route; `Output` is what its handler returns and the client receives. */
export const route = <Output>() => <Raw, Input>(definition: Omit<RouteDefinition<Input, Output, Raw>, 'output'>): RouteDefinition<Input, Output, Raw> => definition;

/** Request budgets by kind of route (DESIGN.md section 4). */
export const BUDGET = { list: 2, listWithPictures: 3, listWithMine: 3, detail: 3, command: 4, publish: 5, balance: 9, verify: 5, asked: 6, freeze: 10, redeem: 13, pay: 6, /** What matching reads for one person: both sides, what they have in hand, how often homes were helped. */ suggest: 5, /** What neighbours say of a plan: the quota or the project, the consultation, what one chose, what one said, what others said. */ consult: 7, /** A directed gift: its community or its code, its wishes or its unit, the table of uses, then itself. */ offer: 8, /** A group: the area with its community, those one keeps, itself where it was bound before. */ bind: 8, /** What was brought into a group: the group, its codes, a request for each kind of thing among them. */ shared: 10, /** What is near a group: the group, the ground of lane A, a request for each kind of thing. */ things: 11, /** Whoever leaves: each thing they may not leave behind, then themselves. */ leave: 9, /** The host twice, its street's table, the payee by code: what is asked for is held against all of them. */ spend: 7, batch: (wishes: number): number => 6 + 2 * wishes } as const;
