using System.Collections.Concurrent;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Testing;

/// <summary>Channels as a directory would know them. A channel that is not here does not exist for anybody.</summary>
public sealed class FakeChannels : IChannelDirectory
{
    private readonly ConcurrentDictionary<string, ChannelPass> passes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Person, string Channel), bool> shut = new();

    /// <summary>Opens a channel that everybody may post to, but for what the test changes.</summary>
    /// <returns>Its id.</returns>
    public string Open(Func<ChannelPass, ChannelPass>? but = null)
    {
        var id = Ids.New();
        var pass = new ChannelPass(id, Ids.New(), ChannelKind.Plenary, Posture.Coexistence, TermsAccepted: true, MayPost: true, Exercise: false, ["all"]);
        passes[id] = but is null ? pass : but(pass);
        return id;
    }

    /// <summary>Changes what everybody may do in a channel.</summary>
    public void Change(string channel, Func<ChannelPass, ChannelPass> change) => passes[channel] = change(passes[channel]);

    /// <summary>From now on the channel does not exist for a person.</summary>
    public void Shut(string channel, string person) => shut[(person, channel)] = true;

    /// <inheritdoc />
    public ValueTask<ChannelPass?> FindAsync(WhoAsks who, string channel, CancellationToken cancellationToken) =>
        ValueTask.FromResult(shut.ContainsKey((who.Person, channel)) ? null : passes.GetValueOrDefault(channel));
}

/// <summary>Stands in for release: what speaks against the next draft is what the test says.</summary>
public sealed class FakeDraftGate : IDraftGate
{
    /// <summary>The answer to every draft.</summary>
    public DraftVerdict Verdict { get; set; } = new([], Wider: null);

    /// <summary>The fingerprint that the last draft came with.</summary>
    public string? Fingerprint { get; private set; }

    /// <summary>What happens while the next draft is looked over; once.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <inheritdoc />
    public async ValueTask<DraftVerdict> CheckAsync(string person, ItemVersioned draft, string? fingerprint, CancellationToken cancellationToken)
    {
        Fingerprint = fingerprint;
        (var meanwhile, Meanwhile) = (Meanwhile, null);
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        return Verdict;
    }
}

/// <summary>Who holds what, as release would say.</summary>
/// <param name="kind">Kind of every item.</param>
public sealed class FakeHeldItems(string kind) : IHeldItems
{
    private readonly ConcurrentDictionary<(string Organisation, string Item), int> held = new();

    /// <summary>Whether release does not answer.</summary>
    public bool Away { get; set; }

    /// <summary>From now on an organisation holds an item.</summary>
    /// <param name="organisation">Id of the organisation.</param>
    /// <param name="item">Id of the item.</param>
    /// <param name="version">The version that its view has.</param>
    public void Give(string? organisation, string item, int version = 1) => held[(organisation!, item)] = version;

    /// <inheritdoc />
    public ValueTask<HeldItem?> FindAsync(WhoAsks who, string item, CancellationToken cancellationToken) => Away
        ? throw new StoreUnavailableException("release")
        : ValueTask.FromResult(held.TryGetValue((who.Organisation!, item), out var version)
            ? new HeldItem(item, Ids.New(), kind, OwnOrganisation: false, AcknowledgementRequested: false) { Version = version, Hash = new string('a', 64) }
            : null);
}

/// <summary>No session ever ends early here.</summary>
public sealed class NothingRevoked : ISessionRevocation
{
    /// <inheritdoc />
    public event EventHandler<SessionRevokedEventArgs> Revoked
    {
        add { }
        remove { }
    }

    /// <inheritdoc />
    public bool IsRevoked(string session, string person, DateTimeOffset since) => false;
}
