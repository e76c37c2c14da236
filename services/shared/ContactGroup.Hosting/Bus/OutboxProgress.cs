namespace ContactGroup.Hosting.Bus;

/// <summary>
/// How far the facts of one store have come: how many commits brought some, and up to which of these every fact has been handled by every consumer of
/// this process. For whoever must know that nothing is under way any more.
/// </summary>
internal sealed class OutboxProgress
{
    private long committed;
    private long relayed;

    /// <summary>Raised when facts have been handled. Handlers must not wait.</summary>
    public event Action? Moved;

    /// <summary>Commits with facts so far.</summary>
    public long Committed => Interlocked.Read(ref committed);

    /// <summary>Whether the facts of every commit so far have been handled.</summary>
    public bool IsDone => Interlocked.Read(ref relayed) >= Committed;

    /// <summary>Notes a commit with facts, before its caller hears of it.</summary>
    public void NoteCommit() => Interlocked.Increment(ref committed);

    /// <summary>Notes that nothing is left of the first so many commits.</summary>
    public void NoteRelayed(long commits)
    {
        Interlocked.Exchange(ref relayed, commits);
        Moved?.Invoke();
    }
}
