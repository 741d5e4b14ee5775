/**
 * The rules of Harper that are kept, of its 885: what is wrong in any English. Left out is what is a
 * matter of style (serial commas, dashes, contractions, long sentences), of brands and computing, and
 * what was wrong too often on schools' news ("every one of them", "mins", "minibeast").
 */
export const KEPT: readonly string[] = `
SpellCheck SplitWords AnA RepeatedWords SentenceCapitalization CapitalizePersonalPronouns RegularIrregulars
ThereToTheir TheirToThere TheirToTheyre TheyreToTheir TheyreConfusions ThereOwn PronounContraction
PossessiveYour YourPredicateAdjective YourOutClauseAgreement ItsContraction ItsPossessive
PronounInflectionBe PronounVerbAgreement PronounAre IAmAgreement HeDos ThereIsAgreement SingleBe
ModalOf HadOf LetsConfusion TomorrowPossessiveModifier OpenCompounds SimplePastToPastParticiple
ThenThan ThatThan ToLoseTooLoose NounVerbConfusion QuiteQuiet PronounKnew AdjectiveDoubleDegree
DidPast Theres Didnt Cant CantWay DontCan DoesOrDose TooTo ToTooIdioms ToTwoToo WayTooAdjective ToTo
TheTheToThatThe TheMy TheAnother AnAnother AnotherAn AnotherOnes AnotherThings MoreBetter
OneOfTheSingular EachOthersPossessive Payed PeaceOfMind WereWhere WasAloud WaistWaste SafeToSave
SaveToSafe TheWhetherWeather ThoughThought PrincipleToPrincipalRoleNoun LookForwardTo LookingForwardTo
CompoundSubjectI DoubleModal DoubleNegative MultipleSequentialPronouns SubjectPronoun AllReady AllThough
LikelyHood InflectedVerbAfterTo WillNonLemma ModalSeem ProgressiveNeedsBe UseToUsedTo SupposedTo
SomebodyElses ElsePossessive NominalWants ExitedExcitedContext Hazzle HavePassed HelpedPast Bought
QuantifierNumeralConflict CorrectNumberSuffix ThesesThese ColdModalTypo DoToDueTo FeelFell Months
BareInMind Upset Instead Without Itself Myself Yourself Somehow Somewhere Anywhere Everywhere
`
  .trim()
  .split(/\s+/);

/** The whole configuration for Harper: these on, all others it knows off. */
export function keptOf(known: Iterable<string>): Record<string, boolean> {
  const kept = new Set(KEPT);
  return Object.fromEntries([...known].map((name) => [name, kept.has(name)]));
}
