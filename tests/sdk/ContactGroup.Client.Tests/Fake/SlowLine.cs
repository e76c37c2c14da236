using System.Net;
using ContactGroup.Testing;

namespace ContactGroup.Client.Tests.Fake;

/// <summary>A line over which each part of an answer takes a while. The answer is the same for every call.</summary>
internal sealed class SlowLine(FakeClock clock, TimeSpan perPart, params string[] parts) : HttpMessageHandler
{
    /// <summary>How long the line carries the body of a call, before its answer begins.</summary>
    public TimeSpan PerBody { get; init; }

    /// <summary>Whether the line breaks after the last part, in place of ending.</summary>
    public bool Breaks { get; init; }

    public int Calls { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        clock.Advance(PerBody);
        cancellationToken.ThrowIfCancellationRequested();
        var content = new StreamContent(new Arriving(this));
        content.Headers.ContentType = new("application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    }

    private sealed class Arriving(SlowLine line) : MemoryStream
    {
        private readonly Queue<string> parts = new(line.Parts);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            line.Pass();
            cancellationToken.ThrowIfCancellationRequested();
            return parts.TryDequeue(out var part) ? ValueTask.FromResult(System.Text.Encoding.UTF8.GetBytes(part, buffer.Span))
                : line.Breaks ? throw new HttpIOException(HttpRequestError.ResponseEnded)
                : ValueTask.FromResult(0);
        }
    }

    private string[] Parts => parts;

    private void Pass() => clock.Advance(perPart);
}
