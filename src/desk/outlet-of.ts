/** Which outlet an account is on. */
import type { Outlet } from '../ports/outlet.ts';
import type { School } from '../school/school.ts';
import type { World } from './world.ts';

/** The account's outlet; throws where the school file no longer has it, so that a job is tried again later. */
export function outletOf(world: World, school: School, handle: string): Outlet {
  const account = school.accounts.find((each) => each.handle === handle);
  const outlet = account && world.outlets.get(account.outlet);
  if (!outlet)
    throw new Error(
      `${handle} is not an account in the file of ${school.id}, or its outlet is not running`,
    );
  return outlet;
}
