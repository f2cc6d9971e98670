/**
 * Stands for `globalThis` in WeChat's logic layer, where the word may be undefined. Libraries only ask whether
 * something of another runtime is on it (Deno, document); nothing is, so an empty object answers rightly.
 * The build hands it to every module that says `globalThis` (config/index.ts, weapp only).
 */
export const globalObject: Readonly<Record<string, unknown>> = {};
