using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ContactGroup.Identity.Tests;

/// <summary>A JSON body of which the end is held back. Its beginning is longer than what is kept on the way, so that once it has gone somebody reads it.</summary>
internal sealed class SlowContent : HttpContent
{
    private const int MoreThanIsKept = 200_000;
    private readonly TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string json;

    public SlowContent(string json)
    {
        this.json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Completes when the beginning is being read.</summary>
    public Task IsRead => read.Task;

    /// <summary>Lets the end go.</summary>
    public void GoOn() => go.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(new string(' ', MoreThanIsKept)));
        await stream.FlushAsync();
        read.SetResult();
        await go.Task;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(json));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = MoreThanIsKept + Encoding.UTF8.GetByteCount(json);
        return true;
    }
}
