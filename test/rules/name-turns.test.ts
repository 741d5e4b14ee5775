/** Words that are names by the turn of a sentence, in a school whose roll is full of them. */
import { describe, expect, test } from 'vitest';
import { spansIn } from './name-words.ts';

const named = (text: string, name: string): boolean => {
  const at = text.indexOf(name);
  return spansIn(text, name).some(([start]) => start === at);
};

describe('a child is meant', () => {
  test.each([
    ['Hats off to Hope, who has raised £200 for the hospice.', 'Hope'],
    ['If you see April today, wish her a happy birthday.', 'April'],
    ['There was only one winner at the bake-off, and that was Summer.', 'Summer'],
    ['Summer, take a bow.', 'Summer'],
    ['Poppy to the rescue!', 'Poppy'],
    ['Grace again!', 'Grace'],
    ['All eyes on Summer at the gala.', 'Summer'],
    ['Here comes Summer with the cake!', 'Summer'],
    ['What a star Hope is!', 'Hope'],
    ['If anybody can, Joy can.', 'Joy'],
    ['Is Faith the first girl from our school to win it?', 'Faith'],
    ['Gold: Grace, Silver: Mei', 'Grace'],
    ['In goal, Josh. In midfield, May.', 'May'],
    ['Photographer: Hope.', 'Hope'],
    ['Will (captain) and Josh won the debate.', 'Will'],
    ['Joy, our tiny narrator, never missed a word.', 'Joy'],
    ['Hope: “I liked the bees best.”', 'Hope'],
    ['Grace and co have sold 200 cakes.', 'Grace'],
    ['To Summer and family: thank you for the cakes.', 'Summer'],
    ['April has chickenpox, so please check your own.', 'April'],
    ['Chase turned seven and brought in doughnuts.', 'Chase'],
    ['Sky has a new baby sister.', 'Sky'],
    ['Hope dropped her lolly.', 'Hope'],
    ['Summer has been our playground leader all year.', 'Summer'],
    ['Did you know that Poppy can say the alphabet backwards?', 'Poppy'],
    ['We will all miss Will when he moves.', 'Will'],
    ['Over to Hope for the weather.', 'Hope'],
    ['Joy (5) told the vicar a joke.', 'Joy'],
    ["Will's on fire today: four goals!", 'Will'],
    ['Pen licence awarded to... Mark!', 'Mark'],
  ])('%s', (text, name) => expect(named(text, name)).toBe(true));
});

describe('nobody is meant', () => {
  test.each([
    ['Hope, says our poster, is a thing with feathers.', 'Hope'],
    ['Joy was the first candle on our wreath.', 'Joy'],
    ['Summer has been kind to our tomatoes.', 'Summer'],
    ['Summer brings strawberries, and strawberries bring wasps.', 'Summer'],
    ['Summer was the theme of our concert.', 'Summer'],
    ['Poppy was sown in April.', 'Poppy'],
    ['Poppy is a strong red, say our dyers.', 'Poppy'],
    ['Team Hope won the cup.', 'Hope'],
    ['Grace was said before lunch today.', 'Grace'],
    ['Our hens Ivy, Poppy and Lily have laid.', 'Poppy'],
    ['The tadpoles Hope and Joy have legs.', 'Hope'],
    ['Our lollipop lady, Rose, retires today.', 'Rose'],
    ['PCSO Will brought a van.', 'Will'],
    ['Art is also on show, and the hall looks it.', 'Art'],
    ['Will it float? We hope so.', 'Will'],
  ])('%s', (text, name) => expect(named(text, name)).toBe(false));
});
