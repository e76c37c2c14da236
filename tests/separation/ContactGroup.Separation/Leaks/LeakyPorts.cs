using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Separation.Leaks;

/// <summary>Whether somebody holds an item, through the planted leak.</summary>
internal sealed class LeakyHeldItems(IHeldItems inner, LeakSwitch leaks) : IHeldItems
{
    public async ValueTask<HeldItem?> FindAsync(WhoAsks who, string item, CancellationToken cancellationToken)
    {
        var held = await inner.FindAsync(who, item, cancellationToken);
        return leaks.Active is { } leak ? leak.Held(leaks.Site, who, item, held) : held;
    }
}

/// <summary>Streams for live connections, through the planted leak.</summary>
internal sealed class LeakyStreamReader(IStreamReader inner, LeakSwitch leaks) : IStreamReader
{
    public async ValueTask<IReadOnlyList<StreamAccess>> OpenAsync(WhoAsks who, IReadOnlyList<StreamPlace> places, CancellationToken cancellationToken)
    {
        var opened = await inner.OpenAsync(who, places, cancellationToken);
        return leaks.Active is { } leak
            ? [.. places.Select(place => leak.Opened(leaks.Site, who, place.Stream, opened.FirstOrDefault(access => access.Stream == place.Stream))).OfType<StreamAccess>()]
            : opened;
    }

    public ValueTask<IReadOnlyList<EntryFrame>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken) =>
        inner.ReadAsync(stream, after, limit, cancellationToken);

    public ValueTask<IReadOnlyList<IReadOnlyList<StreamHead>>> HeadsAsync(IReadOnlyList<HeadsAsked> asked, CancellationToken cancellationToken) =>
        inner.HeadsAsync(asked, cancellationToken);
}

/// <summary>Whether a session is over, through the planted leak.</summary>
internal sealed class LeakyRevocation(ISessionRevocation inner, LeakSwitch leaks) : ISessionRevocation
{
    public event EventHandler<SessionRevokedEventArgs>? Revoked
    {
        add => inner.Revoked += value;
        remove => inner.Revoked -= value;
    }

    public bool IsRevoked(string session, string person, DateTimeOffset since)
    {
        var revoked = inner.IsRevoked(session, person, since);
        return leaks.Active is { } leak ? leak.Revoked(leaks.Site, revoked) : revoked;
    }
}
