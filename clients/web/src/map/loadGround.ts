import { groundLimits, readGround, type Ground, type GroundFault } from './ground.ts';

const address = '/map/ground.json';
let loading: Promise<Ground | GroundFault> | undefined;

/** The ground of this deployment. Kept in memory while the page lives, so that the map also opens when the link is gone; what did not come is asked for again. */
export function loadGround(): Promise<Ground | GroundFault> {
  loading ??= fetched().then((ground) => {
    if ('fault' in ground && ground.fault === 'absent') loading = undefined;
    return ground;
  });
  return loading;
}

/** For a page whose ground has to come anew. */
export function forgetGround(): void {
  loading = undefined;
}

async function fetched(): Promise<Ground | GroundFault> {
  try {
    const response = await fetch(address, { credentials: 'omit' });
    if (!response.ok) return { fault: 'absent' };
    const size = Number(response.headers.get('Content-Length') ?? 0);
    return size > groundLimits.bytes ? { fault: 'tooLarge' } : readGround(await response.text());
  } catch {
    return { fault: 'absent' };
  }
}
