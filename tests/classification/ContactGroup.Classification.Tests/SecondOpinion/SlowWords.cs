namespace ContactGroup.Classification.Tests.SecondOpinion;

/// <summary>The words of the specification, written out again. Nothing here is taken from the engine.</summary>
internal static class SlowWords
{
    public static readonly string[] Postures = ["cooperation", "coexistence", "distance"];
    public static readonly string[] Sensitivities = ["low", "moderate", "high", "severe"];
    public static readonly string[] Sides = ["humanitarian", "security", "political"];
    public static readonly string[] Relations = ["owner", "own-side", "named", "other"];

    public static readonly string[] Kinds =
    [
        "plenary-message", "caucus-message", "desk-message", "notice-message", "incident", "protection-incident", "access-constraint", "movement", "site",
        "advisory",
    ];

    public static readonly string[] Classes =
    [
        "category", "status", "severity", "area", "location", "time", "organisation", "person", "staff", "beneficiary", "asset", "contact", "narrative",
        "summary", "message", "armed-actor", "source", "negotiation", "operation", "attachment", "provenance",
    ];

    public static readonly string[] Grains = ["none", "coarse", "full"];

    /// <summary>The first five of the specification's list and coordination; military and police; the rest.</summary>
    public static readonly IReadOnlyDictionary<string, string> SideOf = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["un-humanitarian"] = "humanitarian",
        ["ingo"] = "humanitarian",
        ["nngo"] = "humanitarian",
        ["rcrc"] = "humanitarian",
        ["development"] = "humanitarian",
        ["coordination"] = "humanitarian",
        ["military"] = "security",
        ["police"] = "security",
        ["donor"] = "political",
        ["host-authority"] = "political",
        ["political"] = "political",
        ["observer"] = "political",
    };
}

/// <summary>A question in words.</summary>
internal sealed record SlowQuestion(string Posture, string Kind, string Origin, string Sensitivity, string Audience, string Relation)
{
    public string Side => SlowWords.SideOf[Audience];

    /// <summary>Who wrote an item or shares a side with its author stands on that side; nobody of the humanitarian side is a stranger to its items.</summary>
    public bool Possible => Relation is "owner" or "own-side" ? Side == Origin : !(Side == "humanitarian" && Origin == "humanitarian");

    public static IEnumerable<SlowQuestion> All =>
        from posture in SlowWords.Postures
        from kind in SlowWords.Kinds
        from origin in SlowWords.Sides
        from sensitivity in SlowWords.Sensitivities
        from audience in SlowWords.SideOf.Keys
        from relation in SlowWords.Relations
        select new SlowQuestion(posture, kind, origin, sensitivity, audience, relation);
}
