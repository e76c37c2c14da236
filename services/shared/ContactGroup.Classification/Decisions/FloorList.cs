namespace ContactGroup.Classification;

/// <summary>The floors as sentences, each with where it applies and the most it lets through.</summary>
internal static class FloorList
{
    public const string AnotherForce = "another-force";

    public static readonly Floor[] All =
    [
        new("beneficiary", "Data about the people assisted never goes to security or political audiences.")
        {
            Applies = question => IsOutside(question) && question.Relation != Relation.Owner,
            Ceiling = Floor.Without(FieldClass.Beneficiary),
        },
        new("person", "Names of persons other than a named contact never go to security or political audiences.")
        {
            Applies = IsGivenToOutside,
            Ceiling = Floor.Without(FieldClass.Person),
        },
        new("informant", "The identity of an informant never goes to security or political audiences.")
        {
            Applies = IsGivenToOutside,
            Ceiling = Floor.Without(FieldClass.Source),
        },
        new("negotiation", "The content of negotiations never goes to security or political audiences.")
        {
            Applies = IsGivenToOutside,
            Ceiling = Floor.Without(FieldClass.Negotiation),
        },
        new("protection", "Protection incidents never go to security or political audiences.")
        {
            Applies = question => question.Kind == ItemKind.ProtectionIncident && IsOutside(question) && question.Relation != Relation.Owner,
            Ceiling = Disclosure.Withheld,
        },
        new("detention", "Who was detained or harmed, and the account of it as reported, never goes to security or political audiences.")
        {
            Applies = question => question is { Kind: ItemKind.Incident, Origin: Side.Humanitarian } && IsGivenToOutside(question),
            Ceiling = Floor.Without(FieldClass.Staff, FieldClass.Narrative),
        },
        new("armed-actor", "Whom a humanitarian organisation believes responsible never goes to a force or the police.")
        {
            Applies = question => question.Origin == Side.Humanitarian && ConstituencyNames.SideOf(question.Audience) == Side.Security,
            Ceiling = Floor.Without(FieldClass.ArmedActor),
        },
        new("consent", "A movement or a site goes to a force only with its owner's consent for that force, given by naming it.")
        {
            Applies = question => question is { Kind: ItemKind.Movement or ItemKind.Site, Origin: Side.Humanitarian, Relation: Relation.Other }
                && ConstituencyNames.SideOf(question.Audience) == Side.Security,
            Ceiling = Disclosure.Withheld,
        },
        new(AnotherForce, "A force never sees another force's item unless it is named.")
        {
            Applies = question => question is { Origin: Side.Security, Relation: Relation.Other }
                && ConstituencyNames.SideOf(question.Audience) == Side.Security,
            Ceiling = Disclosure.Withheld,
        },
        new("operation", "Military operation detail never goes to the humanitarian side.")
        {
            Applies = question => question.Origin != Side.Humanitarian && ConstituencyNames.SideOf(question.Audience) == Side.Humanitarian,
            Ceiling = Floor.Without(FieldClass.Operation),
        },
        new("attachment", "An attached file crosses sides only cleaned and under a neutral name.")
        {
            Applies = question => question.Relation is Relation.Named or Relation.Other,
            Ceiling = Disclosure.Everything.With(FieldClass.Attachment, Grain.Coarse),
        },
    ];

    private static bool IsOutside(Question question) => ConstituencyNames.SideOf(question.Audience) is Side.Security or Side.Political;

    /// <summary>What a force or a political actor says to its own stays its own; what it is given by others is limited.</summary>
    private static bool IsGivenToOutside(Question question) => IsOutside(question) && question.Relation is not (Relation.Owner or Relation.OwnSide);
}
