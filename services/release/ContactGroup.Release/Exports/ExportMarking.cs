namespace ContactGroup.Release.Exports;

/// <summary>The marking of what is exported: of a file, the highest sensitivity in it and every caveat of anything in it.</summary>
internal sealed record ExportMarking(string Sensitivity, IReadOnlyList<string> Caveats)
{
    private static readonly string[] Rising = ["low", "moderate", "high", "severe"];

    public static ExportMarking None { get; } = new("none", []);

    public static ExportMarking Of(ExportItem item) => new(item.Sensitivity, item.IsExercise ? [.. item.Caveats.Append("exercise").Distinct(StringComparer.Ordinal)] : item.Caveats);

    public bool IsExercise => Caveats.Contains("exercise", StringComparer.Ordinal);

    /// <summary>The stricter of both. A sensitivity that this version does not know is stricter than all it knows.</summary>
    public ExportMarking And(ExportMarking other) => new(
        RankOf(other.Sensitivity) > RankOf(Sensitivity) ? other.Sensitivity : Sensitivity,
        [.. Caveats.Union(other.Caveats, StringComparer.Ordinal)]);

    public override string ToString() => string.Join(" · ", [$"Sensitivity {Sensitivity}", .. Caveats.Select(Words)]);

    private static string Words(string caveat) => caveat switch
    {
        "unattributed" => "unattributed (Chatham House Rule)",
        "exercise" => "EXERCISE EXERCISE EXERCISE",
        "origin-hidden" => "origin hidden",
        "expires" => "expires",
        _ => caveat,
    };

    private static int RankOf(string sensitivity) => sensitivity == None.Sensitivity ? -1
        : Array.IndexOf(Rising, sensitivity) is >= 0 and var rank ? rank : Rising.Length;
}
