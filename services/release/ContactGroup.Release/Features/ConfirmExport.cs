using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Features;

/// <summary>
/// The second person of an export: a colleague of who asked, or a coordinator of their contact group. To everybody else, and to who asked, the request is absent.
/// </summary>
internal static class ConfirmExport
{
    public sealed record Request;

    public static void Map(IEndpointRouteBuilder release) => release
        .MapPost("/exports/requests/{request}/confirm", HandleAsync)
        .WithName(nameof(ConfirmExport))
        .WithSummary("Be the second person of an export")
        .Produces(StatusCodes.Status204NoContent);

    internal static async Task<IResult> HandleAsync(
        string request, Participant caller, IdempotencyKey key, Request body, Confirmations confirmations, CancellationToken cancellationToken) =>
        (await confirmations.ConfirmAsync(request, caller, key, cancellationToken)).ToResult();

    /// <summary>Notes a confirmation in one transaction.</summary>
    internal sealed class Confirmations(ReleaseStore store, TimeProvider clock, ILogger<Confirmations> log)
    {
        public async Task<Refusal> ConfirmAsync(string request, Participant caller, IdempotencyKey key, CancellationToken cancellationToken)
        {
            var receipt = await store.Store.WriteAsync(
                scope => Idempotency.RunOnceAsync(scope, caller, key, new { request, verb = "confirm export" }, () => ConfirmAsync(scope, request, caller)),
                cancellationToken);
            if (receipt.AskedBy is { } askedBy)
            {
                ReleaseLog.ExportConfirmed(log, caller.PersonId, request, askedBy);
            }

            return new Refusal(receipt.Code);
        }

        private async Task<Receipt> ConfirmAsync(WriteScope scope, string request, Participant caller)
        {
            var streams = await Readership.OfAsync(scope.Connection, caller.Asks);
            var askedBy = streams.Count == 0
                ? null
                : await ExportRequestRows.ConfirmAsync(scope.Connection, request, caller.Asks, streams, clock.GetUtcNow());
            return askedBy is null ? new Receipt(ProblemCode.NotFound.Code) : new Receipt(Code: null, askedBy);
        }

        internal sealed record Receipt(string? Code, string? AskedBy = null);
    }
}
