/** Things a child makes that can be said to be a year group's, one and many. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const ONE = `painting picture drawing poem story letter model sculpture collage design portrait vase temple bridge
  castle rocket boat kite mask poster diary report recount review essay speech presentation project invention
  experiment song tune costume hat bonnet lantern puppet robot game animation film video website blog map graph
  chart diagram leaflet newspaper comic cartoon illustration print pot tile cushion bag bracelet necklace den
  nest shelter tower machine circuit volcano timeline brooch shield sword helmet longship pyramid mosaic fossil
  solution sketch self-portrait haiku limerick narrative description prayer recipe sunflower cake card quilt
  weaving dragon planet spaceship submarine house garden`;

export const OBJECTS: ReadonlySet<string> = words(ONE);
export const PLURAL_OBJECTS: ReadonlySet<string> = words(
  ONE.trim()
    .split(/\s+/)
    .map((one) =>
      one.endsWith('y')
        ? `${one.slice(0, -1)}ies`
        : /(?:ch|sh|s|x)$/.test(one)
          ? `${one}es`
          : `${one}s`,
    )
    .join(' '),
);
