using System.Text;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Concerns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>A force keeps an area and a time that it wants to hear of, for itself alone.</summary>
internal static class AddConcern
{
    public sealed record Request(
        string? Note = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, GivenPoint? Position = null, int? Radius = null, IReadOnlyList<GivenPoint>? Outline = null);

    public static void Map(IEndpointRouteBuilder concerns) => concerns
        .MapPost("/concerns", HandleAsync)
        .WithName(nameof(AddConcern))
        .WithSummary("Keep an area and a time of concern for your own organisation");

    internal static async Task<Results<Created<ConcernReceipt>, ProblemHttpResult>> HandleAsync(
        Participant who, IdempotencyKey key, Request request, ConcernBook book, ITextGate gate, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Access.RefuseConcerns(who) is { } refusal)
        {
            return refusal;
        }

        var command = new { concern = request };
        if (await book.ReceiptOfAsync(who, key, command, cancellationToken) is { } before)
        {
            return TypedResults.Created((string?)null, before);
        }

        var checks = new FieldChecks();
        var said = new Concern.Given(request.Note, request.From, request.Until, request.Position, request.Radius, request.Outline);
        var concern = Concern.Read(said, clock.GetUtcNow(), checks);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        if (gate.Check(Encoding.UTF8.GetBytes(concern.Note)).Marked)
        {
            throw new RefusedException(ProblemCode.MarkedAboveUnclassified);
        }

        return await book.AddAsync(who, key, command, concern, cancellationToken) is { } receipt
            ? TypedResults.Created((string?)null, receipt)
            : Problems.Invalid("note", $"Your organisation keeps {Concern.Most} concerns already; remove one first.");
    }
}
