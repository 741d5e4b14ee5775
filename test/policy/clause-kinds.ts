/** The clauses each policy must hold, with their kinds, as agreed with the schools: 119 in all. */
export const CLAUSE_KINDS: Readonly<Record<string, string>> = {
  standard:
    'ST-01:show ST-02:show ST-03:show ST-04:rule ST-05:gate ST-06:record ST-07:duty ST-08:rule ST-09:rule ST-10:gate ST-11:gate ST-12:rule ST-13:rule ST-14:rule ST-15:rule ST-16:rule ST-17:gate ST-18:duty ST-19:duty ST-20:rule ST-21:rule ST-22:rule ST-23:duty ST-24:show',
  'lickey-hills':
    'LH-01:show LH-02:rule LH-03:show LH-04:rule LH-05:rule LH-06:gate LH-07:record LH-08:rule LH-09:rule LH-10:rule LH-11:rule LH-12:rule LH-13:gate LH-14:gate LH-15:gate LH-16:show LH-17:gate LH-18:duty LH-19:duty LH-20:show LH-21:duty LH-22:gate LH-23:show LH-24:duty LH-25:duty LH-26:rule LH-27:record',
  irthlingborough:
    'IR-01:record IR-02:show IR-03:rule IR-04:gate IR-05:show IR-06:record IR-07:gate IR-08:gate IR-09:rule IR-10:rule IR-11:rule IR-12:rule IR-13:show IR-14:show IR-15:duty IR-16:show IR-17:record IR-18:duty IR-19:gate IR-20:show IR-21:duty IR-22:duty IR-23:show IR-24:show IR-25:duty',
  'sutton-manor':
    'SM-01:show SM-02:rule SM-03:show SM-04:gate SM-05:gate SM-06:record SM-07:record SM-08:rule SM-09:rule SM-10:rule SM-11:rule SM-12:rule SM-13:show SM-14:duty SM-15:duty SM-16:show SM-17:duty SM-18:duty SM-19:gate SM-20:rule SM-21:duty SM-22:rule SM-23:show SM-24:gate SM-25:rule SM-26:duty SM-27:rule SM-28:duty',
  'hutton-rudby':
    'HR-01:show HR-02:show HR-03:gate HR-04:gate HR-05:record HR-06:gate HR-07:rule HR-08:duty HR-09:gate HR-10:rule HR-11:duty HR-12:record HR-13:record HR-14:record HR-15:gate',
};
