import {router} from '../platform/router.js';
import {session} from '../platform/session.js';
import {chooseTheme, theme} from '../platform/theme.js';
import type {IconName} from '../components/icon.js';
import {PAGES, reachable} from './pages.js';

/** Somewhere to go, or something to do. */
export interface Command {
  readonly title: string;
  readonly kind: 'Page' | 'Action' | 'Tenant' | 'Project';
  readonly icon: IconName;
  run(): void | Promise<void>;
}

/** What the person can jump to and do where they are. */
export function commands(): readonly Command[] {
  return [...pages(), ...actions(), ...tenants()];
}

/** Whoever signs in next begins at the beginning, and not where the last one was. */
export async function signOut(): Promise<void> {
  await session.signOut();
  router.go('overview');
}

function pages(): Command[] {
  return PAGES.filter((page) => page.icon !== undefined && reachable(page)).map((page) => ({
    title: page.title,
    kind: 'Page',
    icon: page.icon!,
    run: () => router.go(page.path),
  }));
}

function actions(): Command[] {
  const all: Command[] = [];
  if (session.can('projects:write')) {
    all.push({title: 'New project', kind: 'Action', icon: 'plus', run: () => router.go('projects/new')});
  }
  if (session.can('tasks:write')) {
    all.push({title: 'New task', kind: 'Action', icon: 'plus', run: () => router.go('tasks/new')});
  }
  if (session.can('releases:write')) {
    all.push({title: 'Prepare a release', kind: 'Action', icon: 'plus', run: () => router.go('releases/new')});
  }
  const other = theme() === 'dark' ? 'light' : 'dark';
  all.push(
    {
      title: `Use the ${other} theme`,
      kind: 'Action',
      icon: other === 'dark' ? 'moon' : 'sun',
      run: () => chooseTheme(other),
    },
    {title: 'Sign out', kind: 'Action', icon: 'out', run: signOut},
  );
  return all;
}

function tenants(): Command[] {
  return session.tenants
    .filter((home) => home.slug !== session.tenant)
    .map((home) => ({
      title: `Switch to ${home.name}`,
      kind: 'Tenant',
      icon: 'home',
      run: async () => {
        await session.enter(home.slug);
        router.go('overview');
      },
    }));
}
