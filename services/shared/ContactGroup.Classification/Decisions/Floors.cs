namespace ContactGroup.Classification;

/// <summary>The floors: what no policy, moderator or author can exceed. An owner's own item is not limited by them, except by quarantine.</summary>
public static class Floors
{
    private static readonly ulong[] Ceilings = Compile();

    /// <summary>Every floor as a sentence, in the order of the specification.</summary>
    public static IReadOnlyList<Reason> Rules =>
        [.. FloorList.All.Select(floor => new Reason(ReasonKind.Floor, floor.Id, floor.Sentence)), QuarantineReason, LiveTracksReason];

    /// <summary>What content marked above unclassified is for everybody, its owner included: withheld.</summary>
    public static Disclosure Quarantine => Disclosure.Withheld;

    /// <summary>The reason given with <see cref="Quarantine"/>.</summary>
    public static Reason QuarantineReason { get; } = new(
        ReasonKind.Floor, "quarantine", "Content marked above unclassified is quarantined and delivered to nobody.");

    /// <summary>The reason live tracks have no kind: <see cref="PolicyDocument"/> refuses the word with it.</summary>
    public static Reason LiveTracksReason { get; } = new(ReasonKind.Floor, "live-tracks", "Live tracks are not accepted, whoever they are for.");

    /// <summary>The most that may be shown, whatever else is decided. Withheld for a question that cannot be read.</summary>
    public static Disclosure Ceiling(in Question question) => Disclosure.FromTable(Ceilings[TableIndex.Of(question)]);

    /// <summary>The ceiling with the floors that make it.</summary>
    public static FloorFinding For(in Question question)
    {
        if (TableIndex.Of(question) == 0)
        {
            return new FloorFinding(Disclosure.Withheld, [new(ReasonKind.Floor, "unknown", "What cannot be read or is not known is withheld.")]);
        }

        if (question.IsContradictory)
        {
            return new FloorFinding(Disclosure.Withheld, [new(ReasonKind.Floor, "contradiction", "No item can stand in this relation to this audience.")]);
        }

        var asked = question;
        Floor[] applied = [.. FloorList.All.Where(floor => floor.Applies(asked))];
        return new FloorFinding(Ceiling(question), [.. applied.Select(floor => new Reason(ReasonKind.Floor, floor.Id, floor.Sentence))]);
    }

    private static ulong[] Compile()
    {
        var ceilings = new ulong[TableIndex.Size];
        foreach (var question in TableIndex.Questions.Where(question => !question.IsContradictory))
        {
            ceilings[TableIndex.Of(question)] = FloorList.All
                .Where(floor => floor.Applies(question))
                .Aggregate(Disclosure.Everything, (ceiling, floor) => ceiling.Meet(floor.Ceiling))
                .Bits;
        }

        return ceilings;
    }
}
