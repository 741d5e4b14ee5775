import { z } from 'zod';
import { withoutUnseen } from '../letters/invisible.ts';
import type { Rule } from '../rule.ts';
import { photoNumber } from './photos.ts';

/** X takes this many characters of alt text. */
const LONGEST_ALT = 1000;

const FILE = /\.(?:jpe?g|jfif|png|gif|hei[cf]|webp|bmp|tiff?|svg|avif|dng|raw|pdf|docx?|mov|mp4)$/i;
/** Names that cameras, phones and screens give their pictures, the numbers and dates after them too. */
const CAMERA =
  /^(?:img|image|photo|picture|pic|dscn?|dscf|dsc|pxl|mvimg|gopr|dcim|dji|scan|screen ?shot|screen ?capture|screen ?recording|capture|snapchat|fb_img|fullsizerender|received|signal|whatsapp (?:image|photo)|untitled|file|download|attachment|photo collage|inshot|pasted(?: image)?)[\s_.\-()#]*(?:\d|wa\d|at\b|copy\b|am\b|pm\b|[\s_.\-:,()#])*$/i;
const LINK = /^(?:https?:\/\/|www\.)\S+$/i;
const CODE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^(?=\S*\d)[0-9a-f]{16,}$/i;
const KEYS =
  /^(?:(.)\1*|asdf\w*|qwerty\w*|blah(?: blah)*|lorem ipsum.*|x+|n\/?a|tbc|tba|todo|to do|to follow)$/iu;

/** Words that say nothing of a picture; an alt text of these alone is useless. */
const EMPTY_WORDS = new Set(
  `a an the this that these those my our your some of in on with and from for is it its by here alt text
  alternative description describe caption no none null undefined untitled image images img photo photos
  photograph photographs picture pictures pic pics snap snaps snapshot screenshot graphic file attachment
  media placeholder test testing jpg jpeg png gif heic new final copy upload uploaded work works
  artwork child children childs childrens pupil pupils kid kids student students class school people
  person someone something stuff thing things various showing shows tweet twitter post camera phone
  decorative see above below`.split(/\s+/),
);

function uselessness(alt: string): string | null {
  const text = withoutUnseen(alt).trim();
  if (text === '') return 'has no alt text';
  if (LINK.test(text)) return 'has only a link for alt text';
  if (FILE.test(text) || CAMERA.test(text) || CODE.test(text)) {
    return 'has only a file name for alt text';
  }
  if (!/\p{L}/u.test(text)) return 'has alt text without words';
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word));
  if (KEYS.test(text) || words.every((word) => EMPTY_WORDS.has(word))) {
    return 'has alt text that says nothing of what is in it';
  }
  return null;
}

/** Photos without alt text, or with alt text that tells a blind reader nothing. */
export const altText: Rule<Record<string, never>> = {
  name: 'alt-text',
  means: () => 'Every photo is described for those who cannot see it',
  options: z.strictObject({}),
  applies: ({ photos }) => photos.length > 0,
  check: ({ draft }) =>
    draft.photos.flatMap(({ alt }, index) => {
      if (alt.length > LONGEST_ALT) {
        return [
          {
            message: `${photoNumber(index)} has alt text of ${alt.length} characters, and ${LONGEST_ALT} fit. Shorten it.`,
          },
        ];
      }
      const why = uselessness(alt);
      return why === null
        ? []
        : [{ message: `${photoNumber(index)} ${why}. Say in a few words what it shows.` }];
    }),
};
