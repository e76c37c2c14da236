using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>A coordinator's request that the item goes further, as the owner's organisation sees it.</summary>
/// <param name="Widening">Id, to answer it by.</param>
/// <param name="Audience">A side, or one force.</param>
/// <param name="State"><c>asked</c>, <c>consented</c> or <c>declined</c>.</param>
/// <param name="Reason">What the coordinator wrote.</param>
/// <param name="By">Name of the coordinator, on the own side only.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Fields">What the target would get; only while it waits for an answer.</param>
internal sealed record WideningNote(string Widening, string Audience, string State, string Reason, string? By, string At, JsonNode? Fields)
{
    public static IReadOnlyList<WideningNote> For(Audience owner, IEnumerable<WideningRow> widenings) =>
        [.. widenings
            .Select(row => new WideningNote(
                row.Widening,
                row.Target,
                CodeOf(row.Progress),
                row.Reason,
                owner.Side == Side.Humanitarian ? row.AskedByName : null,
                Frames.Instant(row.AskedAt),
                row.Progress == WideningState.Asked ? JsonNode.Parse(row.Fields) : null))];

    public static string CodeOf(WideningState state) => state switch
    {
        WideningState.Asked => "asked",
        WideningState.Consented => "consented",
        _ => "declined",
    };
}
