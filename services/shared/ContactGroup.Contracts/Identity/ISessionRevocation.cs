namespace ContactGroup.Contracts.Identity;

/// <summary>
/// Port: which sessions are over before their tickets are. Implemented by <c>identity</c>; asked on every authenticated request. An answer that
/// cannot be given is an exception, and the asker refuses the request.
/// </summary>
public interface ISessionRevocation
{
    /// <summary>
    /// Raised after a session ended early, before the request that ended it is answered. Handlers run one after another on the caller's
    /// thread, must not block, and must not throw. Live connections of the session are closed here.
    /// </summary>
    event EventHandler<SessionRevokedEventArgs> Revoked;

    /// <summary>Whether a ticket no longer counts.</summary>
    /// <param name="session">Id of the session the ticket belongs to.</param>
    /// <param name="person">Id of the person.</param>
    /// <param name="since">When the session started, UTC.</param>
    bool IsRevoked(string session, string person, DateTimeOffset since);
}

/// <summary>One session of a person ended, or all of them.</summary>
/// <param name="person">Id of the person.</param>
/// <param name="session">Id of the session; null when every session of the person ended.</param>
public sealed class SessionRevokedEventArgs(string person, string? session) : EventArgs
{
    /// <summary>Id of the person.</summary>
    public string Person { get; } = person;

    /// <summary>Id of the session; null when every session of the person ended.</summary>
    public string? Session { get; } = session;
}
