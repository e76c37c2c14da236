using ContactGroup.Classification;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Who had an item, as its owner may know it. INVARIANT: people of the own side by name; of another side only that it had it, once and with the first
/// time, of a notification once for each version: neither how many of its people nor, across sides, which humanitarian constituencies are in the room. Who is not of the humanitarian side is told
/// that the humanitarian side had it since it came to the coordination office, read or not, and as long: when somebody reads, or when it goes to the first
/// of the others, would tell a force who is at work, and when.
/// </summary>
internal static class ExposureReport
{
    private const int MostVersions = 100;

    public static IReadOnlyList<AudienceExposure> For(
        Origin owner, IReadOnlyList<SpanRow> spans, IReadOnlyList<ReceiverRow> receivers, IReadOnlyList<EditionReceiverRow> editions, bool isOver)
    {
        var own = Ownership.Subject(owner.Organisation!, owner.Audience);
        var held = spans.Select(span => (Audience: Audience.Parse(span.Subject), Span: span)).Where(one => Knows(owner, one.Audience) && IsToldOf(owner, one.Audience)).ToList();
        var people = receivers
            .Select(receiver => (Audience: AudienceOf(receiver.Constituency, receiver.Force), Receiver: receiver))
            .Where(one => Knows(owner, one.Audience) && KnowsWhen(owner, one.Audience)
                && !string.Equals(Ownership.Subject(one.Receiver.Organisation, one.Audience), own, StringComparison.Ordinal))
            .ToList();
        return [.. held.Select(one => one.Audience).Concat(people.Select(one => one.Audience)).Distinct()
            .GroupBy(audience => NameFor(owner, audience), StringComparer.Ordinal)
            .OrderBy(named => named.Key, StringComparer.Ordinal)
            .Select(named => Describe(
                named.Key,
                IsOwnSide(owner, named.First()),
                KnowsWhen(owner, named.First()),
                [.. held.Where(one => named.Contains(one.Audience)).Select(one => one.Span)],
                [.. people.Where(one => named.Contains(one.Audience)).Select(one => one.Receiver)],
                [.. editions.Where(one => named.Contains(AudienceOf(one.Constituency, one.Force))
                    && !string.Equals(Ownership.Subject(one.Organisation, AudienceOf(one.Constituency, one.Force)), own, StringComparison.Ordinal))],
                isOver))];
    }

    private static Audience AudienceOf(long constituency, string force) => new((Constituency)constituency, force.Length == 0 ? null : force);

    private static bool Knows(Origin owner, Audience other) => other.IsKnown && AudienceKnowledge.MayKnow(owner.Audience, other);

    // Of the humanitarian side, the coordination office stands for all of it to others: it has what any of them gets, and is known to be there.
    private static bool IsToldOf(Origin owner, Audience other) =>
        owner.Audience.Side == Side.Humanitarian || other.Side != Side.Humanitarian || other.Constituency == Constituency.Coordination;

    private static bool KnowsWhen(Origin owner, Audience other) => owner.Audience.Side == Side.Humanitarian || IsOwnSide(owner, other);

    private static bool IsOwnSide(Origin owner, Audience other) => owner.Audience.Side == other.Side;

    private static string NameFor(Origin owner, Audience other) => IsOwnSide(owner, other) ? other.ToString()
        : owner.Audience.Side != Side.Humanitarian && other.Side == Side.Humanitarian ? Targets.Of(other)
        : AudienceKnowledge.NameOf(other);

    private static AudienceExposure Describe(
        string name, bool ownSide, bool knowsWhen, IReadOnlyList<SpanRow> spans, IReadOnlyList<ReceiverRow> people, IReadOnlyList<EditionReceiverRow> editions, bool isOver) => new(
        name,
        !isOver && spans.Any(span => span.EndedAt is null),
        !knowsWhen ? spans.Min(span => span.At) : people.Count == 0 ? null : people.Min(person => person.ReceivedAt),
        people.Min(person => person.OpenedAt),
        Targets.IsSide(name) ? Together(spans) : [.. spans.Select(HeldSpan.Of)],
        ownSide ? people : null)
        {
            Editions = knowsWhen ? Versions(spans, editions) : [],
        };

    // Of what is disclosed of a version now, or was last: who was given less of it was not given this.
    private static IReadOnlyList<EditionExposure> Versions(IReadOnlyList<SpanRow> spans, IReadOnlyList<EditionReceiverRow> receivers) =>
    [
        .. (from span in spans
            where span.Edition > 0
            group span by span.Edition into shown
            orderby shown.Key
            let disclosed = shown.MaxBy(span => span.At)!.Disclosure
            let given = receivers.Where(one => one.Edition == shown.Key && one.Disclosure == disclosed).ToList()
            select new EditionExposure(
                shown.Key,
                shown.Where(span => span.Disclosure == disclosed).Min(span => span.At),
                given.Count == 0 ? null : given.Min(one => one.ReceivedAt),
                given.Min(one => one.OpenedAt))).TakeLast(MostVersions),
    ];

    /// <summary>Several audiences under one name: from the first to the last, everything that one of them had.</summary>
    private static IReadOnlyList<HeldSpan> Together(IReadOnlyList<SpanRow> spans) => spans.Count == 0
        ? []
        : [new HeldSpan(
            spans.Min(span => span.At),
            spans.Any(span => span.EndedAt is null) ? null : spans.Max(span => span.EndedAt),
            spans.Any(span => span.EndedAt is null) ? null : EntryOp.Recall,
            spans.Select(span => Disclosure.FromBits((ulong)span.Disclosure)).Aggregate((one, other) => one.Join(other)))];
}

/// <summary>What one side or audience had of an item.</summary>
/// <param name="Audience">Its code.</param>
/// <param name="HoldsNow">Whether it holds the item now.</param>
/// <param name="ReceivedAt">When the first of its people was given it, microseconds; null when nobody was. Since it went there, where the owner may not know when they read.</param>
/// <param name="OpenedAt">When the first of them asked for it by itself, as far as the owner may know.</param>
/// <param name="Held">What it held, oldest first.</param>
/// <param name="People">Its people, on the own side; null of another side.</param>
internal sealed record AudienceExposure(
    string Audience, bool HoldsNow, long? ReceivedAt, long? OpenedAt, IReadOnlyList<HeldSpan> Held, IReadOnlyList<ReceiverRow>? People)
{
    /// <summary>The versions of a notification that it was shown, oldest first and the last 100 of them; none where the owner may not know when it read.</summary>
    public IReadOnlyList<EditionExposure> Editions { get; init; } = [];
}

/// <summary>One version of a notification, as it went to one audience; times in microseconds.</summary>
/// <param name="Version">The version, as people speak of it.</param>
/// <param name="ShownAt">From when it could be read.</param>
/// <param name="ReceivedAt">When the first was given it; null when nobody was.</param>
/// <param name="OpenedAt">When the first asked for it by itself; null when nobody did.</param>
internal sealed record EditionExposure(long Version, long ShownAt, long? ReceivedAt, long? OpenedAt);

/// <summary>A view that was held from one moment to another, microseconds.</summary>
internal sealed record HeldSpan(long From, long? Until, EntryOp? EndedBy, Disclosure Shown)
{
    /// <summary>Which bytes it was, as in <see cref="SpanRow.Hashes"/>.</summary>
    public IReadOnlyList<string> Hashes { get; init; } = [];

    public static HeldSpan Of(SpanRow row) =>
        new(row.At, row.EndedAt, row.EndedOp is { } op ? (EntryOp)op : null, Disclosure.FromBits((ulong)row.Disclosure)) { Hashes = row.Hashes };
}
