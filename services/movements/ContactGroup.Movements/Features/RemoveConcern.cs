using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>A force forgets one of its concerns. One of another organisation is as if it did not exist.</summary>
internal static class RemoveConcern
{
    public static void Map(IEndpointRouteBuilder concerns) => concerns
        .MapDelete("/concerns/{concern}", HandleAsync)
        .WithName(nameof(RemoveConcern))
        .WithSummary("Remove a concern of your own organisation");

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string concern, Participant who, ConcernBook book, CancellationToken cancellationToken) =>
        Ids.IsWellFormed(concern) && who.Audience is not null && await book.RemoveAsync(who, concern, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound();
}
