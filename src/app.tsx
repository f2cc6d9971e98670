import type { PropsWithChildren } from 'react';
import { Providers } from '@/lib/providers';
import './app.css';

/** The root of the mini-program: shared providers go here, every page is a child. */
export default function App({ children }: PropsWithChildren) {
  return <Providers>{children}</Providers>;
}
