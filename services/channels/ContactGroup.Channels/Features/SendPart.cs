using System.Globalization;
using ContactGroup.Channels.Uploading;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Features;

/// <summary>
/// The uploader sends the next part of a file: its bytes as the body, where they begin in the header <c>Upload-Offset</c>. A part whose answer was lost is
/// told where the upload is and goes on there.
/// </summary>
internal static class SendPart
{
    public const string Offset = "Upload-Offset";

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPatch("/uploads/{upload}", HandleAsync)
        .WithName(nameof(SendPart))
        .WithSummary("Send the next part of a file")
        .Produces<UploadStatus>();

    internal static async Task<IResult> HandleAsync(
        string upload, HttpRequest request, HttpResponse response, Participant who, UploadDesk desk, ILogger<Log> log, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(who, upload, cancellationToken) is not { } found)
        {
            return Problems.NotFound();
        }

        if (!long.TryParse(request.Headers[Offset], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return Problems.Invalid(Offset, "Say in this header at which byte of the file the part begins.");
        }

        if (await desk.AppendAsync(found, offset, request.Body, cancellationToken) is not { } now)
        {
            response.Headers[Offset] = Text((await desk.FindAsync(who, upload, cancellationToken) ?? found).Received);
            return Problems.Refused(ProblemCode.UploadElsewhere);
        }

        response.Headers[Offset] = Text(now.Received);
        Log.UploadMoved(log, upload, who.PersonId);
        return TypedResults.Ok(now.ToStatus());
    }

    internal static string Text(long offset) => offset.ToString(CultureInfo.InvariantCulture);
}
