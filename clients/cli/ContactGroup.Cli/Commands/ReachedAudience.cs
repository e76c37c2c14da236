using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>Says whom a draft reaches, and who was added between two looks at it.</summary>
internal static class ReachedAudience
{
    private const string Withheld = "withheld";

    public static bool IsReached(AudiencePreview view) => view.Outcome is not Withheld;

    public static string Line(AudiencePreview view) => $"{view.Label ?? view.Audience}: {view.Sentence ?? view.Outcome}";

    /// <summary>Who gets it now and did not, or gets it sooner; everybody reached when they get more of the same kind.</summary>
    public static IReadOnlyList<AudiencePreview> Added(IReadOnlyList<AudiencePreview> before, IReadOnlyList<AudiencePreview> now)
    {
        var reached = before.ToDictionary(view => view.Audience, view => Reach(view.Outcome), StringComparer.Ordinal);
        AudiencePreview[] added = [.. now.Where(view => Reach(view.Outcome) > reached.GetValueOrDefault(view.Audience))];
        return added.Length > 0 ? added : [.. now.Where(IsReached)];
    }

    private static int Reach(string outcome) => outcome switch
    {
        Withheld => 0,
        "review" => 1,
        _ => 2,
    };
}
