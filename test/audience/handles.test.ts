import { describe, expect, test } from 'vitest';
import { takenFor } from '../../src/audience/known.ts';
import { FACTS } from './tables.ts';

const like = (handle: string) => takenFor(handle, FACTS.ownHandles, FACTS.confirmedHandles);

describe('a handle made to be taken for another', () => {
  test.each([
    ['@NationaITrust', '@nationaltrust', 'a capital I for an l'],
    ['@Nationa1Trust', '@nationaltrust', 'a one for an l'],
    ['@BBCBitesïze', '@bbcbitesize', 'an accent'],
    ['@ΝationalTrust', '@nationaltrust', 'a Greek letter'],
    ['@rnetoffice', '@metoffice', 'rn for m'],
    ['@National_Trust_', '@nationaltrust', 'underscores'],
    ['@NSPCC_Official', '@NSPCC', 'a word that says it is genuine'],
    ['@realNSPCC', '@NSPCC', 'the same before it'],
    ['@WildIifeTrusts', '@WildlifeTrusts', 'one letter in the middle'],
    ['@larkriseschooI', '@larkriseschool', 'our own account'],
  ])('%s is taken for %s: %s', (handle, of) => {
    const found = like(handle);
    expect(found?.of.toLowerCase()).toBe(of.toLowerCase());
    expect(found?.by).toBe('letters');
  });

  test.each([
    ['@WoodlandTrustUK', '@WoodlandTrust'],
    ['@EnglishHeritge', '@EnglishHeritage'],
    ['@britishmuseumm2', '@britishmuseum'],
  ])('%s is near %s, and a person looks', (handle, of) => {
    expect(like(handle)).toEqual({ of, by: 'near' });
  });

  test.each([
    ['@nationaltrust', 'the very account'],
    ['@NationalTrust', 'its own capitals'],
    ['@larkriseschool', 'our own'],
    ['@RSPCA_official', 'a body that calls itself official'],
    ['@tate', 'a short one'],
    ['@kate', 'another short one, a letter away'],
    ['@trust_national', 'the words turned round'],
    ['@nationalgrid', 'a body of its own'],
    ['@scout', 'a word like a handle'],
    ['@', 'nothing'],
    ['', 'less than nothing'],
  ])('%s is like none: %s', (handle) => {
    expect(like(handle)).toBeNull();
  });
});
