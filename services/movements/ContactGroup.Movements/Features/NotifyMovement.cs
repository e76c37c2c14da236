using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>A humanitarian organisation tells its own side and each force it names where and when it will move. It informs; it asks for nothing.</summary>
internal static class NotifyMovement
{
    public sealed record Request : MovementFields;

    public static void Map(IEndpointRouteBuilder movements) => movements
        .MapPost("/channels/{channel}/movements", HandleAsync)
        .WithName(nameof(NotifyMovement))
        .WithSummary("Notify a movement to your side and to the forces you name");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string channel, Request request, Participant who, IdempotencyKey key, AudienceFingerprint shown, Access access, MovementBook book, IDraftGate gate,
        IOptions<MovementOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (pass, refusal) = await access.ToNotifyAsync(who, channel, cancellationToken);
        if (pass is null)
        {
            return refusal!;
        }

        var checks = new FieldChecks();
        var said = FieldReading.Read(request, checks);
        var named = NamedForces.Read(request.Recipients ?? [], pass, checks);
        var now = clock.GetUtcNow();
        var movement = First(who, pass, said, named);
        if (!checks.Failed)
        {
            ContentRules.Check(movement.Content, said, options.Value, now, checks);
        }

        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var command = new Command(who, key, new { channel, request }, "notify", pass.Version)
        {
            Verdict = await gate.CheckAsync(who.PersonId, movement.ToFact(now, pass.Version), shown.Value, cancellationToken),
            AudienceShown = shown.Value,
        };
        var receipt = await book.AddAsync(command, movement, cancellationToken);
        return TypedResults.Accepted($"/api/release/items/{receipt.Item}", receipt);
    }

    private static Movement First(Participant who, ChannelPass pass, JsonObject said, IReadOnlyList<string> named)
    {
        var content = (JsonObject)said.DeepClone();
        content[ContentNames.State] = States.First;
        content[ContentNames.Recipients] = Listed(named);
        content[ContentNames.Organisation] = new JsonObject
        {
            ["id"] = who.OrganisationId,
            ["name"] = who.OrganisationName,
            ["constituency"] = ConstituencyCode.Of(who.Constituency),
        };
        content[ContentNames.NotifiedBy] = new JsonObject { ["id"] = who.PersonId, ["name"] = who.DisplayName };
        return new Movement(
            Ids.New(),
            pass.Channel,
            Ids.NewReference(MovementSchema.Schema.ReferencePrefix),
            new ItemOrigin(who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, who.Constituency, who.Force),
            pass.Exercise,
            Version: 1,
            ItemStatus.Current,
            Sensitivity.Moderate,
            named,
            content);
    }

    /// <summary>The named audiences as the own side reads them.</summary>
    internal static JsonArray Listed(IReadOnlyList<string> named) => [.. named.Select(audience => JsonValue.Create(audience))];
}
