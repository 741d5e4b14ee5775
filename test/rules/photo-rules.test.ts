import { describe, expect, test } from 'vitest';
import { altText } from '../../src/policy/rules/alt-text.ts';
import { device } from '../../src/policy/rules/device.ts';
import { photoAllowed } from '../../src/policy/rules/photo-allowed.ts';
import { photoConsent } from '../../src/policy/rules/photo-consent.ts';
import { photoFaces } from '../../src/policy/rules/photo-faces.ts';
import { workOptOut } from '../../src/policy/rules/work-opt-out.ts';
import type { PhotoStatement } from '../../src/post/revision.ts';
import { draftOf, photo, seen } from './tables.ts';

const withPhotos = (...photos: PhotoStatement[]) => draftOf('Owls', { photos });

describe('alt-text', () => {
  test.each([
    '',
    '  ',
    '\u200b',
    'photo',
    'Image',
    'A picture',
    'photo 1',
    'image(1)',
    'photo.',
    'pic',
    'IMG_1234.jpg',
    'IMG_1234',
    'IMG-20260310-WA0003',
    'DSC_0412.JPG',
    'DSC00123',
    'PXL_20260310_101500.jpg',
    '20260310_101500',
    'Screenshot 2026-03-09 at 16.02.11.png',
    'Screenshot 2026-03-09 at 16.02',
    'Untitled 3',
    'GOPR0001',
    'WhatsApp Image 2026-03-10 at 10.15.00.jpeg',
    'https://www.example.org/owl',
    'www.example.org/owl',
    '🦉🦉',
    '-',
    'n/a',
    'alt text',
    'xxx',
    'test',
    'Children',
    "children's work",
    'Photo of pupils',
    'class photo',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  ])('tells a blind reader nothing: "%s"', (alt) => {
    const found = seen(altText, withPhotos(photo('work', [], alt)));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/^Photo 1 has /);
  });

  test.each([
    'A paper bridge',
    'Sunflower',
    'Two children reading',
    'Photo of a red kite',
    'Image of work on a loom',
    'Screenshot of a maths game with a score of 10',
    'File of ants on a log',
    'Scan of a poem',
    '钟楼',
  ])('says what is there: "%s"', (alt) => {
    expect(seen(altText, withPhotos(photo('work', [], alt)))).toEqual([]);
  });

  test('a thousand characters fit, one more does not, and the photo is named by its number', () => {
    expect(seen(altText, withPhotos(photo('work', [], 'An owl. '.repeat(125))))).toEqual([]);
    const found = seen(
      altText,
      withPhotos(photo('work'), photo('work', [], `${'An owl. '.repeat(125)}x`)),
    );
    expect(found.map(({ message }) => message)).toEqual([
      'Photo 2 has alt text of 1001 characters, and 1000 fit. Shorten it.',
    ]);
  });
});

describe('photo-consent', () => {
  test.each([
    ['everyone said yes', photo('pupils', ['Tamsin Frost', 'niamh odowd'])],
    ['work needs none', photo('work', ['Idris Okoye'])],
    ['a place', photo('place')],
    ['staff', photo('staff')],
  ])('is fine: %s', (_why, one) => {
    expect(seen(photoConsent, withPhotos(one))).toEqual([]);
  });

  test.each([
    ['a no', photo('pupils', ['Idris Okoye']), 'block', 'one pupil pictured has no photo consent'],
    ['hands of a no', photo('pupils-no-face', ['IDRIS OKOYE']), 'block', 'no photo consent'],
    ['namesakes, one of them a no', photo('pupils', ['Leo Marsh']), 'block', 'no photo consent'],
    ['a no in a photo of a place', photo('place', ['Idris Okoye']), 'block', 'no photo consent'],
    [
      'not on the roll',
      photo('pupils', ['Tamsin Fross']),
      undefined,
      'one pupil pictured is not on the roll',
    ],
    ['nobody named', photo('pupils', [' ']), undefined, 'nobody is named'],
  ])('is not: %s', (_why, one, severity, says) => {
    const found = seen(photoConsent, withPhotos(photo('work'), one));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(says);
    expect(found[0]?.message).toMatch(/^Photo 2/);
    expect(found[0]?.severity).toBe(severity);
    expect(found[0]?.message).not.toMatch(/Idris|Okoye|Leo|Marsh|Tamsin|Fross/i);
  });

  test('without a roll asks for review, and only where pupils are pictured', () => {
    const pictured = withPhotos(photo('pupils', ['Tamsin Frost']));
    expect(seen(photoConsent, pictured, {}, { roll: null })[0]?.severity).toBe('review');
    expect(seen(photoConsent, withPhotos(photo('place')), {}, { roll: null })).toEqual([]);
  });
});

describe('work-opt-out', () => {
  test.each([
    ['opted out', photo('work', ["Niamh O'Dowd"]), undefined],
    ['a maker the roll does not know', photo('work', ['Niam ODowd']), 'review'],
  ])('%s', (_why, one, severity) => {
    const found = seen(workOptOut, withPhotos(one));
    expect(found.map((each) => each.severity)).toEqual([severity]);
  });

  test.each([photo('work', ['Idris Okoye']), photo('work'), photo('pupils', ["Niamh O'Dowd"])])(
    'leaves alone %j',
    (one) => expect(seen(workOptOut, withPhotos(one))).toEqual([]),
  );

  test('without a roll asks for review where a maker is named', () => {
    const named = withPhotos(photo('work', ['Idris Okoye']));
    expect(seen(workOptOut, named, {}, { roll: null })[0]?.severity).toBe('review');
    expect(seen(workOptOut, withPhotos(photo('work')), {}, { roll: null })).toEqual([]);
  });
});

describe('what a photo shows', () => {
  test.each([
    ['pupils', true, true],
    ['pupils-no-face', true, false],
    ['work', false, false],
    ['staff', false, false],
    ['place', false, false],
  ] as const)('%s: pupils %s, faces %s', (shows, pupils, faces) => {
    const draft = withPhotos(photo(shows));
    expect(seen(photoAllowed, draft)).toHaveLength(pupils ? 1 : 0);
    expect(seen(photoFaces, draft)).toHaveLength(faces ? 1 : 0);
  });
});

describe('device', () => {
  test.each([
    ['own', 0, 'any', false, false, true],
    ['own', 0, 'with-photos', false, false, false],
    ['own', 1, 'with-photos', false, false, true],
    ['own', 0, 'any', true, true, false],
    ['own', 0, 'any', true, false, true],
    ['own', 0, 'any', false, true, true],
    ['school', 1, 'any', false, false, false],
    [undefined, 1, 'any', false, false, false],
  ] as const)(
    '%s device, %i photos, rule on %s, grants count %s, granted %s: fires %s',
    (which, count, posts, granted_ok, ownDeviceGranted, fires) => {
      const photos = Array.from({ length: count }, () => photo('work'));
      const draft = draftOf('Owls', which ? { device: which, photos } : { photos });
      const found = seen(device, draft, { posts, granted_ok }, { ownDeviceGranted });
      expect(found).toHaveLength(fires ? 1 : 0);
    },
  );
});
