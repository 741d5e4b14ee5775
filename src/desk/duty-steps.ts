/** When people are told of a duty: that it is due, on its last day, once it is overdue, and then the head. */
import type { Duty } from '../ports/duties.ts';
import { addSchoolDays, addSchoolHours, type CalendarSchool } from '../school/calendar.ts';
import { dueNow, type Every } from '../school/periods.ts';

/** School days from telling of an overdue duty to telling the head, and from then to telling them once more. */
const HEAD_AFTER_DAYS = 1;
const HEAD_AGAIN_AFTER_DAYS = 5;
/** A minute into school, in its hours: whoever is told is at work. */
export const A_MINUTE = 1 / 60;

export type DutyStep = { told: Duty['told']; at: number };

function stepAfter(school: CalendarSchool, every: Every, duty: Duty): DutyStep {
  if (duty.told === 'due') {
    const lastDay = dueNow(school, every, duty.opensAt)?.lastDay ?? duty.by;
    if (lastDay > duty.opensAt && lastDay < duty.by) return { told: 'reminded', at: lastDay };
  }
  if (duty.told === 'due' || duty.told === 'reminded') {
    return { told: 'overdue', at: addSchoolHours(school, duty.by, A_MINUTE) };
  }
  const days = duty.told === 'overdue' ? HEAD_AFTER_DAYS : HEAD_AGAIN_AFTER_DAYS;
  return { told: 'head', at: addSchoolDays(school, duty.toldAt, days) };
}

/**
 * What is to be told next of a duty that is not done, and when (epoch ms). The head is never told
 * before those whose duty it is were told that it is overdue.
 */
export function nextStep(school: CalendarSchool, every: Every, duty: Duty, now: number): DutyStep {
  const step = stepAfter(school, every, duty);
  // A last chance that has passed is none.
  return step.told === 'reminded' && now > duty.by
    ? stepAfter(school, every, { ...duty, told: 'reminded' })
    : step;
}
