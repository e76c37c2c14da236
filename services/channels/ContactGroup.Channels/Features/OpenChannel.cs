using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>A coordinator opens a channel. Names need not differ: a refused name would tell of a channel that the caller may not see.</summary>
internal static class OpenChannel
{
    private const int LongestName = 80;

    public sealed record Request(string Name, string Kind, IReadOnlyList<string>? Admits);

    public sealed record Receipt(string Id);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/groups/{group}/channels", HandleAsync)
        .WithName(nameof(OpenChannel))
        .WithSummary("Open a channel");

    internal static async Task<Results<Created<Receipt>, ProblemHttpResult>> HandleAsync(
        string group, Participant who, IdempotencyKey key, Request request, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        ILogger<Log> log, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var opening = Check(checks, request.Name, request.Kind, request.Admits);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var receipt = await store.WriteAsync(
            async scope =>
            {
                var found = await ContactGroups.RequireForCoordinatorAsync(scope.Connection, who, group);
                return await Idempotency.RunOnceAsync(
                    scope, who, key, new { group, request }, async () => new Receipt(await WriteAsync(scope, found, opening, who.PersonId)));
            },
            cancellationToken);
        Log.ChannelOpened(log, receipt.Id, group, who.PersonId);
        return TypedResults.Created((string?)null, receipt);
    }

    internal static Opening Check(FieldChecks checks, string name, string kind, IReadOnlyList<string>? admits)
    {
        var line = checks.Line("name", name, 1, LongestName);
        var word = checks.Code("kind", kind, ChannelCodes.Kind.All);
        return new Opening(line, word, word.Length == 0 ? [] : Admission.Check(checks, ChannelCodes.Kind.Read(word), admits));
    }

    internal static async Task<string> WriteAsync(WriteScope scope, ContactGroupRow group, Opening opening, string person)
    {
        var channel = new ChannelRow(Ids.New(), group.Id, opening.Name, opening.Kind, string.Join(' ', opening.Admits));
        var version = await ContactGroups.NextVersionAsync(scope, group.Id);
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO channels (channel, contact_group, name, kind, admits, opened_version, opened_by, opened_at)
            VALUES (@Id, @ContactGroup, @Name, @Kind, @Admits, @version, @person, @at)
            """,
            new { channel.Id, channel.ContactGroup, channel.Name, channel.Kind, channel.Admits, version, person, at = scope.Now.ToMicroseconds() });
        ContactGroups.Tell(scope, group, channel, ChannelCodes.Posture.Read(group.Posture), version);
        return channel.Id;
    }

    internal sealed record Opening(string Name, string Kind, IReadOnlyList<string> Admits);
}
