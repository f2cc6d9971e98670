import { create } from 'zustand';
import type { AreaRef } from './area-drill';

interface ChosenCommunity {
  /** Whose choice it is, so that nobody else on this phone begins with it. */
  readonly memberId: string;
  readonly path: readonly AreaRef[];
  readonly choose: (memberId: string, path: readonly AreaRef[]) => void;
}

/** The community that whoever works for a street or district looks at: chosen once, it is so on every page until the program is closed. */
export const useChosenCommunity = create<ChosenCommunity>((set) => ({ memberId: '', path: [], choose: (memberId, path) => set({ memberId, path }) }));
