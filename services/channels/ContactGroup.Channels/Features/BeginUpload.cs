using System.Buffers;
using System.Text;
using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Channels.Domain.Files;
using ContactGroup.Channels.Uploading;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Channels.Features;

/// <summary>
/// A member begins to upload a file for an item in a channel. Its content is never compared with anybody else's: the same file twice is two uploads.
/// </summary>
internal static class BeginUpload
{
    private const int LongestName = 120;
    private const int MostWaiting = 50;

    private static readonly SearchValues<char> NotInNames =
        SearchValues.Create("/\\:\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F");

    public sealed record Request(string Name, string MediaType, long Size);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/channels/{channel}/uploads", HandleAsync)
        .WithName(nameof(BeginUpload))
        .WithSummary("Begin to upload a file");

    internal static async Task<Results<Created<UploadStatus>, ProblemHttpResult>> HandleAsync(
        string channel, Participant who, IdempotencyKey key, Request request, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        ChannelDirectory directory, ITextGate gate, IOptions<UploadOptions> options, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var name = Check(checks, request, options.Value);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        if (await directory.FindAsync(who.Asks, channel, cancellationToken) is null)
        {
            return Problems.NotFound();
        }

        var status = await store.WriteAsync(
            async scope =>
            {
                var pass = (await Standings.FindAsync(scope.Connection, who.PersonId, channel))?.PassFor(who.Asks)
                    ?? throw new RefusedException(ProblemCode.NotFound);
                return await Idempotency.RunOnceAsync(
                    scope, who, key, new { channel, request }, () => BeginAsync(scope, who, pass, request with { Name = name }, gate, options.Value));
            },
            cancellationToken);
        return TypedResults.Created($"/api/channels/uploads/{status.Upload}", status);
    }

    private static string Check(FieldChecks checks, Request request, UploadOptions options)
    {
        var name = checks.Line("name", request.Name, 1, LongestName);
        checks.Code("mediaType", request.MediaType, FileType.All.Select(type => type.MediaType));
        checks.That(
            request.Size > 0 && request.Size <= options.FileLimitBytes, "size", $"Send a file of 1 to {options.FileLimitBytes} bytes.");
        checks.That(
            FileType.Find(request.MediaType) is not { IsText: true } || request.Size <= options.TextLimitBytes,
            "size",
            $"Send text of at most {options.TextLimitBytes} bytes; make several files of a longer one.");
        checks.That(
            FileType.Find(request.MediaType) is not { } type || type.Fits(name), "name", "End the name as files of this type end, such as .jpg or .pdf.");
        checks.That(
            !name.AsSpan().ContainsAny(NotInNames),
            "name",
            "Give the name of the file alone, without folders and without marks that turn the direction of writing.");
        return name;
    }

    private static async Task<UploadStatus> BeginAsync(
        WriteScope scope, Participant who, ChannelPass pass, Request request, ITextGate gate, UploadOptions options)
    {
        PostingRules.Require(pass);
        if (gate.Check(Encoding.UTF8.GetBytes(Words(request.Name))).Marked)
        {
            new DraftVerdict(["name"], Wider: null).Require();
        }

        var (count, bytes) = await UploadRows.WaitingAsync(scope.Connection, who.PersonId);
        if (count >= MostWaiting || bytes + request.Size > options.WaitingBytesPerPerson)
        {
            throw new RefusedException(ProblemCode.UploadsFull);
        }

        var upload = new Upload(
            Ids.New(), who.PersonId, pass.Channel, request.Name, request.MediaType, request.Size, 0, Ids.New(), KeptSize: null, Command: null);
        await UploadRows.AddAsync(scope, upload, who.OrganisationId!);
        return upload.ToStatus();
    }
    // Names of files hold words together by what stands for a space.
    private static string Words(string name) => name.Replace('_', ' ').Replace('.', ' ');
}
