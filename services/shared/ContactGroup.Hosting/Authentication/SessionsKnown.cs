namespace ContactGroup.Hosting.Authentication;

/// <summary>Whether it is known, in a process apart from identity, which sessions are over.</summary>
public sealed class SessionsKnown
{
    private readonly FollowedSessions sessions;

    internal SessionsKnown(FollowedSessions sessions) => this.sessions = sessions;

    /// <summary>Whether it is known now.</summary>
    public bool AreKnown => sessions.AreKnown;
}
