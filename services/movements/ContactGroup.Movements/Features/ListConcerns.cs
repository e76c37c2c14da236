using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Movements.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>
/// The concerns of one's own organisation. They are its own setting and no item, so that this module may show them to it (decision 0046); nobody else has a way to
/// ask.
/// </summary>
internal static class ListConcerns
{
    public sealed record Response(IReadOnlyList<Kept> Concerns);

    /// <summary>A concern as its organisation wrote it.</summary>
    public sealed record Kept(string Id, string Note, DateTimeOffset From, DateTimeOffset Until, JsonNode? Position, JsonNode? Radius, JsonNode? Outline);

    public static void Map(IEndpointRouteBuilder concerns) => concerns
        .MapGet("/concerns", HandleAsync)
        .WithName(nameof(ListConcerns))
        .WithSummary("List the concerns of your own organisation");

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(Participant who, ConcernBook book, CancellationToken cancellationToken)
    {
        if (Access.RefuseConcerns(who) is { } refusal)
        {
            return refusal;
        }

        var concerns = await book.OfAsync(who, cancellationToken);
        return TypedResults.Ok(new Response([.. concerns.Select(concern => new Kept(
            concern.Id, concern.Note, concern.From, concern.Until, concern.Place["position"], concern.Place["radius"], concern.Place["outline"]))]));
    }
}
