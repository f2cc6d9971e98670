import type { PropsWithChildren } from 'react';
import { Providers } from '@/lib/providers';
import './app.css';

/** The root of the mini-program: every page is a child and shares one store of answers. */
export default function App({ children }: PropsWithChildren) {
  return <Providers>{children}</Providers>;
}
