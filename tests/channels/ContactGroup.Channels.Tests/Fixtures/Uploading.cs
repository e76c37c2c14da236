using System.Net;
using ContactGroup.Contracts;

namespace ContactGroup.Channels.Tests.Fixtures;

/// <summary>How tests upload a file.</summary>
internal static class UploadingSteps
{
    public static Task<Answer> BeginAsync(this Theatre theatre, Person person, string channel, string name, string mediaType, long size, string? key = null) =>
        theatre.As(person).PostAsync($"channels/{channel}/uploads", new { name, mediaType, size }, key ?? Ids.New());

    /// <summary>Uploads a whole file and returns the id to attach it by.</summary>
    public static async Task<string> UploadAsync(
        this Theatre theatre, Person person, string channel, byte[] file, string name = "bridge.jpg", string mediaType = "image/jpeg")
    {
        var upload = (await theatre.BeginAsync(person, channel, name, mediaType, file.Length)).Is(HttpStatusCode.Created).Text("upload");
        (await theatre.As(person).PatchAsync($"uploads/{upload}", 0, file)).Is(HttpStatusCode.OK);
        return upload;
    }
}
