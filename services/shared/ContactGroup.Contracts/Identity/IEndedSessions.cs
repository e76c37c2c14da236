namespace ContactGroup.Contracts.Identity;

/// <summary>Port: sessions that ended before their time, for processes that have to know on every request. Implemented by <c>identity</c>.</summary>
public interface IEndedSessions
{
    /// <summary>What ended after a mark. Waits a few seconds for something when there is nothing yet.</summary>
    /// <param name="mark">Where the asker is; null at first, or when it lost its place: then everything is told.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<SessionEndings> AfterAsync(SessionMark? mark, CancellationToken cancellationToken);
}

/// <summary>A place in the sequence of endings.</summary>
/// <param name="Sequence">Which sequence: a process of identity that starts begins a new one.</param>
/// <param name="Number">How many endings of it the asker knows.</param>
public sealed record SessionMark(string Sequence, long Number);

/// <summary>Endings after a mark.</summary>
/// <param name="Mark">Where the asker is now.</param>
/// <param name="Sessions">Sessions that ended.</param>
/// <param name="Suspended">Ids of people whose sessions all ended, and who get no new one.</param>
public sealed record SessionEndings(SessionMark Mark, IReadOnlyList<SessionOver> Sessions, IReadOnlyList<string> Suspended);

/// <summary>A session that ended before its time.</summary>
/// <param name="Session">Its id.</param>
/// <param name="Person">Whose it was.</param>
/// <param name="Since">When it started, UTC.</param>
public sealed record SessionOver(string Session, string Person, DateTimeOffset Since);
