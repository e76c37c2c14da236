namespace ContactGroup.Separation.Hosts;

/// <summary>Two hosts side by side, one for each world of a pair, reused for many pairs.</summary>
internal sealed class HostPair : IAsyncDisposable
{
    public HostPair()
    {
        First.Run();
        Second.Run();
        FirstHttp = new RawHttp(First.Port);
        SecondHttp = new RawHttp(Second.Port);
    }

    public WorldHost First { get; } = new();

    public WorldHost Second { get; } = new();

    public RawHttp FirstHttp { get; }

    public RawHttp SecondHttp { get; }

    public async ValueTask DisposeAsync()
    {
        FirstHttp.Dispose();
        SecondHttp.Dispose();
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}
