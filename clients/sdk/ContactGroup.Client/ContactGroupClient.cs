using ContactGroup.Client.Live;
using ContactGroup.Client.Sessions;
using ContactGroup.Client.Transport;

namespace ContactGroup.Client;

/// <summary>
/// Talks to a ContactGroup server as one person. Safe for use by many threads. Every command carries an idempotency key that is kept across retries, so
/// that a command whose answer was lost is still carried out once. A refusal is a <see cref="ContactGroupException"/>.
/// </summary>
public sealed partial class ContactGroupClient
{
    private readonly ApiTransport api;
    private readonly ISessionStore sessions;
    private readonly TimeProvider clock;
    private readonly ContactGroupClientOptions options;

    /// <summary>A client over <paramref name="http"/>, which the caller owns; its base address is not used.</summary>
    /// <param name="sessions">Where tokens are kept; in memory when absent.</param>
    /// <param name="clock">The system's when absent.</param>
    public ContactGroupClient(HttpClient http, ContactGroupClientOptions options, ISessionStore? sessions = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.sessions = sessions ?? new InMemorySessionStore();
        this.clock = clock ?? TimeProvider.System;
        api = new ApiTransport(http, options, this.clock);
        api.Sessions = Keeper = new SessionKeeper(this.sessions, RefreshAsync, this.clock);
        Coordination = new Coordination(api);
        Administration = new Administration(api);
    }

    /// <summary>What only a coordinator may do.</summary>
    public Coordination Coordination { get; }

    /// <summary>What only an administrator may do.</summary>
    public Administration Administration { get; }

    private SessionKeeper Keeper { get; }

    /// <summary>
    /// Live entries of the caller's streams: each exactly once and in order per stream, however often the connection breaks. Ends only by
    /// <paramref name="cancellationToken"/> or with a <see cref="ContactGroupException"/>, e.g. when the session has ended.
    /// </summary>
    public IAsyncEnumerable<Entry> SubscribeAsync(LiveOptions? options = null, CancellationToken cancellationToken = default) =>
        new LiveSubscription(this, options ?? new LiveOptions(), this.options, Keeper, api.SocketAt("hubs/live"), clock).ReadAsync(cancellationToken);
}
