using System.Collections.Concurrent;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Incidents.Tests;

/// <summary>Channels as a directory would know them. A channel that is not here does not exist for anybody.</summary>
internal sealed class FakeChannels : IChannelDirectory
{
    private readonly ConcurrentDictionary<string, ChannelPass> passes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Person, string Channel), bool> shut = new();

    public string Open(Func<ChannelPass, ChannelPass>? but = null)
    {
        var id = Ids.New();
        var pass = new ChannelPass(id, Ids.New(), ChannelKind.Plenary, Posture.Coexistence, TermsAccepted: true, MayPost: true, Exercise: false, ["all"]);
        passes[id] = but is null ? pass : but(pass);
        return id;
    }

    public void Change(string channel, Func<ChannelPass, ChannelPass> change) => passes[channel] = change(passes[channel]);

    public void Shut(string channel, string person) => shut[(person, channel)] = true;

    public ValueTask<ChannelPass?> FindAsync(WhoAsks who, string channel, CancellationToken cancellationToken) =>
        ValueTask.FromResult(shut.ContainsKey((who.Person, channel)) ? null : passes.GetValueOrDefault(channel));
}

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

/// <summary>Who holds what, as release would say.</summary>
internal sealed class FakeHeldItems : IHeldItems
{
    private readonly ConcurrentDictionary<(string Organisation, string Item), bool> held = new();

    /// <summary>Whether release does not answer.</summary>
    public bool Away { get; set; }

    public void Give(string? organisation, string item) => held[(organisation!, item)] = true;

    public ValueTask<HeldItem?> FindAsync(WhoAsks who, string item, CancellationToken cancellationToken) => Away
        ? throw new StoreUnavailableException("release")
        : ValueTask.FromResult(held.ContainsKey((who.Organisation!, item)) ? new HeldItem(item, Ids.New(), "incident", OwnOrganisation: false, AcknowledgementRequested: false) : null);
}

/// <summary>No session ever ends early here.</summary>
internal sealed class NothingRevoked : ISessionRevocation
{
    public event EventHandler<SessionRevokedEventArgs> Revoked
    {
        add { }
        remove { }
    }

    public bool IsRevoked(string session, string person, DateTimeOffset since) => false;
}
