using System.Collections.Concurrent;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Channels.Tests.Fixtures;

/// <summary>Stands in for release: what speaks against the next draft is what the test says.</summary>
internal sealed class FakeDraftGate : IDraftGate
{
    public DraftVerdict Verdict { get; set; } = new([], Wider: null);

    /// <summary>The fingerprint that the last draft came with.</summary>
    public string? Fingerprint { get; private set; }

    public ValueTask<DraftVerdict> CheckAsync(string person, ItemVersioned draft, string? fingerprint, CancellationToken cancellationToken)
    {
        Fingerprint = fingerprint;
        return ValueTask.FromResult(Verdict);
    }
}

/// <summary>Stands in for release: what a text holds is what it says it holds.</summary>
internal sealed class FakeTextGate : ITextGate
{
    public TextVerdict Check(ReadOnlySpan<byte> utf8) => new(utf8.IndexOf("A MARKING"u8) >= 0, utf8.IndexOf("A TELEPHONE"u8) >= 0 ? ["phone"] : []);
}

/// <summary>Stands in for release: who holds which item is what the test says.</summary>
internal sealed class FakeHeldItems : IHeldItems
{
    private readonly ConcurrentDictionary<(string Person, string Item), HeldItem> held = new();

    public void Give(Person person, string item, string channel) => held[(person.Id, item)] = new HeldItem(item, channel, "message", false, false);

    public void Take(Person person, string item) => held.TryRemove((person.Id, item), out _);

    /// <summary>While true, every question fails.</summary>
    public bool Away { get; set; }

    public ValueTask<HeldItem?> FindAsync(WhoAsks who, string item, CancellationToken cancellationToken) => Away
        ? throw new TimeoutException()
        : ValueTask.FromResult(held.GetValueOrDefault((who.Person, item)));
}

/// <summary>Stands in for release and realtime: remembers whose rights ended, and can fail.</summary>
internal sealed class FakeRightsGate : IRightsGate
{
    public List<(string Person, string? Group)> Ended { get; } = [];

    public List<long> Versions { get; } = [];

    public Func<string, string?, Task> OnEnd { get; set; } = (_, _) => Task.CompletedTask;

    public async ValueTask EndAsync(string person, MembershipEnd end, CancellationToken cancellationToken)
    {
        await OnEnd(person, end.Group);
        Ended.Add((person, end.Group));
        Versions.Add(end.Version);
    }
}

/// <summary>Stands in for release: remembers what it was told that channels are now.</summary>
internal sealed class FakeChannelGate : IChannelGate
{
    public List<ChannelChanged> Told { get; } = [];

    public ValueTask ChangeAsync(IReadOnlyList<ChannelChanged> channels, CancellationToken cancellationToken)
    {
        Told.AddRange(channels);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Nobody's session ever ends.</summary>
internal sealed class EndlessSessions : ISessionRevocation
{
    public event EventHandler<SessionRevokedEventArgs>? Revoked
    {
        add { }
        remove { }
    }

    public bool IsRevoked(string session, string person, DateTimeOffset issuedAt) => false;
}

/// <summary>Everything the process logged, as text.</summary>
internal sealed class LogSink : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
