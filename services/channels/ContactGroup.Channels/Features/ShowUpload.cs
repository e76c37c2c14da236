using ContactGroup.Channels.Uploading;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Features;

/// <summary>How far an upload is, for its uploader; absent for everybody else. Shows nothing of the file.</summary>
internal static class ShowUpload
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder module) => module
        .MapMethods("/uploads/{upload}", Methods, HandleAsync)
        .WithName(nameof(ShowUpload))
        .WithSummary("See how far your upload is")
        .Produces<UploadStatus>();

    internal static async Task<IResult> HandleAsync(
        string upload, HttpResponse response, Participant who, UploadDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(who, upload, cancellationToken) is not { } found)
        {
            return Problems.NotFound();
        }

        response.Headers[SendPart.Offset] = SendPart.Text(found.Received);
        return TypedResults.Ok(found.ToStatus());
    }
}
