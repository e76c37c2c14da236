using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary>Who something may go to and how sensitive it is: the same options wherever something is written.</summary>
internal sealed class LabelOptions
{
    public Option<string?> To { get; } = new("--to")
    {
        Description = "Who it may go to; only narrows what the policy gives. 'both' sides, your own 'side' (the default), 'organisation', or atoms separated by commas. Atoms stand instead of the default, so name your own side too: own-side,audience:military:northern-force.",
        HelpName = "both|side|organisation|atoms",
    };

    public Option<string?> Sensitivity { get; } = LevelOption();

    public Option<string[]> Caveats { get; } = new("--caveat") { Description = "unattributed, exercise, … May be given several times.", HelpName = "caveat" };

    public IReadOnlyList<Symbol> All => [To, Sensitivity, Caveats];

    public IReadOnlyList<string>? ReleaseTo(Invocation run) => run.Get(To)?.Trim() switch
    {
        null => null,
        "both" => ["all"],
        "side" => ["own-side"],
        "organisation" => ["own-organisation"],
        var atoms => atoms.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    public IReadOnlyList<string>? CaveatList(Invocation run) => run.Get(Caveats) is { Length: > 0 } list ? list : null;

    private static Option<string?> LevelOption()
    {
        var option = new Option<string?>("--sensitivity") { Description = "How much harm disclosure could do. Default: moderate.", HelpName = "level" };
        option.AcceptOnlyFromAmong("low", "moderate", "high", "severe");
        return option;
    }
}
