namespace ContactGroup.Classification.Tests.SecondOpinion;

/// <summary>Who stands how to an item and whom its author lets it go to, in words: audiences as <c>military:x</c>, organisations as ids.</summary>
internal sealed record SlowItem(string From, string? Organisation, string[] ReleaseTo, string[] Recipients)
{
    private static readonly string[] Everybody =
        [.. SlowWords.SideOf.Keys.Where(name => name != "military"), "military:northern-force", "military:southern-force", "military:x", "military:nobody-named-it"];

    private static readonly string?[] Organisations = ["org-a", "org-b", "org-nobody-named", null];

    public string Origin => SideOf(From);

    public string Relation(string asked, string? organisation)
    {
        if (IsOwner(organisation))
        {
            return IsOwnSide(asked) ? "owner" : "unknown";
        }

        return IsOwnSide(asked) ? "own-side" : IsNamed(Recipients, asked, organisation) ? "named" : "other";
    }

    public string Reach(string asked, string? organisation)
    {
        if (LetsGoTo(asked, organisation))
        {
            return "Full";
        }

        var toOthers = Everybody.Any(other => Organisations.Any(of =>
            !IsOwner(of) && (Origin == "humanitarian" || !IsOwnSide(other)) && LetsGoTo(other, of)));
        return asked == "coordination" && toOthers ? "Existence" : "None";
    }

    private static string SideOf(string audience) => SlowWords.SideOf[audience.Split(':')[0]];

    private static bool IsNamed(string[] atoms, string asked, string? organisation) =>
        atoms.Contains($"audience:{asked}") || (organisation is not null && atoms.Contains($"organisation:{organisation}"));

    private bool LetsGoTo(string asked, string? organisation) =>
        IsOwner(organisation)
        || IsNamed(ReleaseTo, asked, organisation)
        || ReleaseTo.Contains("all")
        || ReleaseTo.Contains($"side:{SideOf(asked)}")
        || (ReleaseTo.Contains("humanitarian") && SideOf(asked) == "humanitarian")
        || ((ReleaseTo.Length == 0 || ReleaseTo.Contains("own-side")) && IsOwnSide(asked));

    private bool IsOwner(string? organisation) => organisation is not null && organisation == Organisation;

    /// <summary>Humanitarians are one side; a force is only itself, police are police, political actors are their constituency.</summary>
    private bool IsOwnSide(string asked) => Origin == "humanitarian" ? SideOf(asked) == "humanitarian" : asked == From;
}
