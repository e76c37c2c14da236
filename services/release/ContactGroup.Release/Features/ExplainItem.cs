using System.Data.Common;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>Who can see an item and why, as far as the asker may know: their own view for everybody, the others for its owner and coordinators.</summary>
internal static class ExplainItem
{
    /// <param name="Item">Id.</param>
    /// <param name="Audience">The asker's audience.</param>
    /// <param name="Sentence">Why they see it.</param>
    /// <param name="Code">Code of the sentence.</param>
    /// <param name="Shown">How much of each class.</param>
    /// <param name="Coarse">What the coarse ones look like.</param>
    /// <param name="Because">The grants that gave it and the floors that limit it; of the policy and of the kind of item, never of its content.</param>
    /// <param name="Others">Where it stands for others; for the owner's organisation and coordinators.</param>
    /// <param name="Decisions">What coordinators decided about it; for the same, on the humanitarian side.</param>
    public sealed record Response(
        string Item,
        string Audience,
        string Sentence,
        string Code,
        IReadOnlyList<ShownClass> Shown,
        IReadOnlyList<Said> Coarse,
        IReadOnlyList<Because> Because,
        IReadOnlyList<Other>? Others,
        IReadOnlyList<Past>? Decisions);

    public sealed record Because(string Rule, string Sentence, string Code);

    public sealed record Other(
        string Audience,
        string State,
        string Sentence,
        string Code,
        IReadOnlyDictionary<string, string>? Parameters = null,
        DateTimeOffset? Since = null,
        string? Reason = null);

    /// <summary>A decision of a coordinator, with what was proposed and what went when they differ.</summary>
    public sealed record Past(
        string Audience, string State, DateTimeOffset At, string? By, string? Reason, bool Edited, IReadOnlyList<PastView> Views);

    public sealed record PastView(JsonNode Proposed, JsonNode? Released);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items/{item}/explanation", HandleAsync)
        .WithName(nameof(ExplainItem))
        .WithSummary("Explain who can see an item and why")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        string item, Participant reader, ReleaseStore store, Rulings rulings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var response = await store.Store.ReadAsync(connection => ExplainAsync(connection, item, reader, rulings, clock.GetUtcNow()), cancellationToken);
        return response is null ? Problems.NotFound() : TypedResults.Ok(response);
    }

    private static async Task<Response?> ExplainAsync(DbConnection connection, string item, Participant reader, Rulings rulings, DateTimeOffset at)
    {
        var streams = await Readership.OfAsync(connection, reader.Asks);
        var visible = await VisibleItems.FindAsync(connection, streams, item, at);
        if (visible is null || await ItemRows.FindAsync(connection, item) is not { } source)
        {
            return null;
        }

        var stream = streams.First(stream => string.Equals(stream.Stream, visible.Stream, StringComparison.Ordinal));
        var audience = new Audience(reader.Constituency, reader.Force);
        var owns = stream.Scope == StreamScope.Organisation;
        var held = (await HeldRows.OfItemAsync(connection, item))[visible.Stream];
        var given = Disclosure.FromBits((ulong)held.Disclosure);
        var decision = rulings.Explain(source, stream.Channel, audience, owns ? reader.OrganisationId : null);
        var own = source.Status == ItemStatus.Quarantined ? Explanations.OfRule(Floors.QuarantineReason)
            : owns ? Explanations.Own
            : Explanations.OfAudience(audience);
        var others = owns || reader.IsCoordinator ? await OtherAudiences.ReadAsync(connection, source, stream.Channel, audience, rulings, at) : null;
        return new Response(
            item,
            audience.ToString(),
            own.Sentence,
            own.Code,
            ReleaseSentences.Classes(given),
            [.. ReleaseSentences.Classes(given).Where(shown => shown.Grain == Grain.Coarse).Select(shown => Explanations.Coarse(shown.FieldClass)).Distinct()],
            [.. decision.Reasons.Where(reason => reason.Kind is ReasonKind.Grant or ReasonKind.Floor)
                .Select(reason => new Because(reason.Id, reason.Sentence, Explanations.OfRule(reason).Code))],
            others?.Standing,
            others?.Decisions);
    }
}
