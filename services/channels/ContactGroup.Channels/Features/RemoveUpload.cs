using ContactGroup.Channels.Uploading;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>The uploader takes back a file that no item carries.</summary>
internal static class RemoveUpload
{
    public static void Map(IEndpointRouteBuilder module) => module
        .MapDelete("/uploads/{upload}", HandleAsync)
        .WithName(nameof(RemoveUpload))
        .WithSummary("Take back an upload");

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string upload, Participant who, UploadDesk desk, CancellationToken cancellationToken)
    {
        return await desk.FindAsync(who, upload, cancellationToken) is { } found && await desk.RemoveAsync(found, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound();
    }
}
