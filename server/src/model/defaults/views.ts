import type { Release } from '../../syntax/release';
import type { Place } from '../message';
import { isOnDemand } from './passthrough';
import { defaults, type Stage } from './stage';
import { type Step, step } from './step';

// Views of memory beside the guest's own: altp2m.

/** How many views there are. */
export const VIEW_COUNT: Step = step(viewCount, { since: 421 });

/** As many views there were before they could be counted. */
const USUAL_VIEWS = 10;

function viewCount(stage: Stage): void {
  defaults(stage.build, { altp2m_count: stage.type === 'hvm' && hasViews(stage) ? USUAL_VIEWS : 0 });
}

/** Which settings ask for views. */
function hasOldViews({ typed, type }: Stage): boolean {
  return type === 'hvm' && typed.altp2m === true;
}

function hasNewViews({ build }: Stage): boolean {
  return (build.altp2m ?? 'disabled') !== 'disabled';
}

function hasViews(stage: Stage): boolean {
  return hasOldViews(stage) || hasNewViews(stage);
}

function place(stage: Stage): Place {
  return { key: hasOldViews(stage) ? 'altp2mhvm' : 'altp2m' };
}

/** What does not go together with views. */
export const VIEW_CHECKS: readonly Step[] = [
  step(nested, { since: 406, types: ['hvm', 'pvh'] }),
  step(onDemand, { since: 408, types: ['hvm', 'pvh'] }),
];

/** The release that looks at `altp2mhvm` for all guests but those that have it. */
const WRONG_WAY_ROUND: Release = 410;

function nested(stage: Stage): void {
  const { build, typed, release } = stage;
  const hasGuests = release < 410 ? typed.nested_hvm : build.nested_hvm;
  const views = release === WRONG_WAY_ROUND ? hasNewViews(stage) : hasViews(stage);
  if (hasGuests && views) stage.refuse(place(stage), 'nestedhvm and altp2mhvm cannot be used together');
}

function onDemand(stage: Stage): void {
  if (hasViews(stage) && isOnDemand(stage)) {
    stage.refuse(place(stage), 'Cannot enable PoD and ALTP2M at the same time');
  }
}
