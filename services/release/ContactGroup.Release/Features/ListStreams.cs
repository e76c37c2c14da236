using ContactGroup.Hosting.Authentication;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Release.Features;

/// <summary>The streams a person reads, with where each ends now.</summary>
internal static class ListStreams
{
    public sealed record Response(IReadOnlyList<StreamLine> Streams);

    public sealed record StreamLine(string Stream, string Channel, string Scope, long Head, string Cursor, string Start);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/streams", HandleAsync)
        .WithName(nameof(ListStreams))
        .WithSummary("List my streams with head and cursor");

    internal static async Task<Ok<Response>> HandleAsync(Participant reader, ReleaseStore store, Cursors cursors, CancellationToken cancellationToken)
    {
        var streams = await store.Store.AskAsync(connection => Readership.OfAsync(connection, reader.Asks), cancellationToken);
        return TypedResults.Ok(new Response([.. streams.Select(stream => new StreamLine(
            stream.Stream,
            stream.Channel.Channel,
            stream.Scope.ToString().ToLowerInvariant(),
            stream.Head,
            cursors.Seal(reader.PersonId, stream.Stream, stream.Epoch, stream.Head),
            cursors.Seal(reader.PersonId, stream.Stream, stream.Epoch, 0)))]));
    }
}
