using System.Text.Json.Nodes;

namespace ContactGroup.Classification.Tests.SecondOpinion;

/// <summary>A policy document, read and added up the slow way.</summary>
internal sealed class SlowPolicy(JsonNode document)
{
    private readonly SlowGrant[] grants = [.. document["grants"]!.AsArray().Select(grant => new SlowGrant(grant!))];
    private readonly SlowGrant[] silences = [.. (document["withholdings"]?.AsArray() ?? []).Select(withholding => new SlowGrant(withholding!))];

    /// <summary>All grants together; automatic when what is automatic is already all of it.</summary>
    public SlowCell Decide(SlowQuestion question)
    {
        var granted = SlowFloors.Within(question, Granted(question, grant => true));
        var immediate = Immediate(question);
        return !question.Possible ? SlowCell.Withheld : granted.Behind(immediate.Visible && granted.Behind(true).ShowsNoMoreThan(immediate));
    }

    /// <summary>The automatic grants alone.</summary>
    public SlowCell Immediate(SlowQuestion question) =>
        question.Possible ? SlowFloors.Within(question, Granted(question, grant => grant.Automatic)) : SlowCell.Withheld;

    /// <summary>What is written, without floors.</summary>
    public (SlowCell All, SlowCell AtOnce) Written(SlowQuestion question) => (Granted(question, grant => true).Behind(false), Granted(question, grant => grant.Automatic));

    public bool IsSilent(SlowQuestion question) => !silences.Any(silence => silence.SpeaksAbout(question));

    private SlowCell Granted(SlowQuestion question, Func<SlowGrant, bool> wanted) =>
        grants.Where(grant => wanted(grant) && grant.SpeaksAbout(question)).Aggregate(SlowCell.Withheld, (sum, grant) => sum.Or(grant.Gives));
}

/// <summary>One statement of a policy.</summary>
internal sealed class SlowGrant
{
    private readonly HashSet<string> postures;
    private readonly HashSet<string> kinds;
    private readonly HashSet<string> origins;
    private readonly HashSet<string> audiences;
    private readonly HashSet<string> relations;
    private readonly int least;
    private readonly int most;

    public SlowGrant(JsonNode json)
    {
        (postures, kinds, origins) = (Words(json["postures"]), Words(json["kinds"]), Words(json["origins"]));
        (audiences, relations) = (Words(json["audiences"]), Words(json["relations"]));
        least = Rank(json["minSensitivity"]?.GetValue<string>() ?? "low");
        most = Rank(json["maxSensitivity"]?.GetValue<string>() ?? "severe");
        Automatic = json["gate"]?.GetValue<string>() == "automatic";
        var disclose = json["disclose"] as JsonObject ?? [];
        var rest = Level(disclose["all"]);
        Gives = new SlowCell(true, Automatic, SlowWords.Classes.ToDictionary(name => name, name => disclose[name] is { } said ? Level(said) : rest, StringComparer.Ordinal));
    }

    public bool Automatic { get; }

    public SlowCell Gives { get; }

    public bool SpeaksAbout(SlowQuestion question) =>
        Says(postures, question.Posture) && Says(kinds, question.Kind) && Says(origins, question.Origin) && Says(relations, question.Relation)
        && (Says(audiences, question.Audience) || audiences.Contains($"side:{question.Side}"))
        && Rank(question.Sensitivity) >= least && Rank(question.Sensitivity) <= most;

    private static HashSet<string> Words(JsonNode? list) => [.. list!.AsArray().Select(word => word!.GetValue<string>())];

    private static bool Says(HashSet<string> words, string word) => words.Contains("all") || words.Contains(word);

    private static int Rank(string sensitivity) => Array.IndexOf(SlowWords.Sensitivities, sensitivity);

    private static int Level(JsonNode? grain) => grain is null ? 0 : Array.IndexOf(SlowWords.Grains, grain.GetValue<string>());
}
