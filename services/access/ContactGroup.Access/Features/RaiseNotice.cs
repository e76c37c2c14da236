using ContactGroup.Access.Data;
using ContactGroup.Access.Domain;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Access.Features;

/// <summary>A member raises a notice of an access constraint in a channel. Without a label it is moderate and for the own side alone.</summary>
internal static class RaiseNotice
{
    public sealed record Request : NoticeFields
    {
        public string? Sensitivity { get; init; }

        public IReadOnlyList<string>? ReleaseTo { get; init; }

        public IReadOnlyList<string>? Caveats { get; init; }
    }

    public static void Map(IEndpointRouteBuilder access) => access
        .MapPost("/channels/{channel}/notices", HandleAsync)
        .WithName(nameof(RaiseNotice))
        .WithSummary("Raise a notice of an access constraint in a channel");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string channel, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, Rights rights, NoticeBook book, IDraftGate gate, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await rights.PassAsync(who, channel, cancellationToken) is not { } pass)
        {
            return Problems.NotFound();
        }

        var command = new Command(who, key, new { channel, request }, "raise", pass.Version) { AudienceShown = shown.Value };
        if (await book.ReceiptOfAsync(command, cancellationToken) is { } before)
        {
            return Amendment.Accepted(before);
        }

        if (Rights.RefuseToRaise(pass) is { } refusal)
        {
            return refusal;
        }

        var checks = new FieldChecks();
        var draft = Read(request, checks);
        await rights.CheckLinksAsync(who, draft, checks, cancellationToken);
        var now = clock.GetUtcNow();
        var notice = draft.Raise(OriginOf(who), channel, pass.Exercise, now, checks);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        command = command with { Verdict = await gate.CheckAsync(who.PersonId, notice.ToFact(now, pass.Version), shown.Value, cancellationToken) };
        return Amendment.Accepted(await book.AddAsync(command, notice, cancellationToken));
    }

    /// <summary>Reads a notice; what several fields say together is checked when it is made.</summary>
    internal static Draft Read(Request request, FieldChecks checks) =>
        new(FieldReading.Read(request, checks), [], LabelReading.Read(request.Sensitivity, request.ReleaseTo, request.Caveats, checks));

    private static ItemOrigin OriginOf(Participant who) =>
        new(who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, who.Constituency, who.Force);
}
