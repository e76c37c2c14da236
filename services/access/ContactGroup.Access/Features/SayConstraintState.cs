using ContactGroup.Access.Data;
using ContactGroup.Access.Domain;
using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Access.Features;

/// <summary>Its owner, or coordination for a humanitarian notice, says how a constraint goes on. One that is resolved or closed is over and stays shown.</summary>
internal static class SayConstraintState
{
    private const int LongestNote = 2_000;

    public sealed record Request(string? State = null, string? Note = null, int? IfVersion = null);

    public static void Map(IEndpointRouteBuilder access) => access
        .MapPost("/items/{item}/state", HandleAsync)
        .WithName(nameof(SayConstraintState))
        .WithSummary("Say how an access constraint goes on");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Rights rights, NoticeBook book, Amendment amendment, CancellationToken cancellationToken)
    {
        var (known, refusal) = await rights.ToChangeAsync(who, item, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        // The audience is the one that the notice has, so that there is none to have been shown.
        var command = new Command(who, key, new { item, request }, "state", known.Pass.Version);
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Rights.RefuseToFollowUp(known.Pass) is { } closed)
        {
            return closed;
        }

        var checks = new FieldChecks();
        var state = checks.Code(ContentNames.State, request.State, CodeLists.Get("access-state").Values);
        var note = checks.OptionalText("note", request.Note, LongestNote);
        return checks.Failed
            ? Problems.Invalid(checks)
            : await amendment.WriteAsync(command, known.Notice, request.IfVersion, (present, now) => Reachable(present, state, note, now), cancellationToken);
    }

    private static Notice Reachable(Notice before, string state, string? note, DateTimeOffset now) => States.From(before.State) switch
    {
        var possible when possible.Contains(state, StringComparer.Ordinal) => Next(before, state, note, now),
        [] => throw ActRefusedException.Changed("The constraint is over; raise another notice instead."),
        var possible => throw ActRefusedException.Changed($"The constraint is {before.State}; say {string.Join(" or ", possible)}."),
    };

    private static Notice Next(Notice before, string state, string? note, DateTimeOffset now)
    {
        var next = before.Next();
        next.Content[ContentNames.State] = state;
        next.Content.Remove(ContentNames.StateNote);
        if (note is not null)
        {
            next.Content[ContentNames.StateNote] = note;
        }

        if (!States.IsOver(state))
        {
            return next;
        }

        next.Content.Remove(ContentNames.FollowUpDueSince);
        next.Content[ContentNames.EndedAt] = InstantText.Of(now);
        return next with { Status = ItemStatus.Closed };
    }
}
