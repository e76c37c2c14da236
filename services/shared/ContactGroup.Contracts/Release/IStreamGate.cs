namespace ContactGroup.Contracts.Release;

/// <summary>
/// Port: holds frames of streams back from live connections while what their readers hold is being narrowed. Implemented by the service that pushes.
/// Calls return at once and never throw; repeats change nothing.
/// </summary>
public interface IStreamGate
{
    /// <summary>From the return on no frame of these streams is handed to a connection; those that wait in a queue are discarded with their connection.</summary>
    void Close(IReadOnlyCollection<string> streams);

    /// <summary>Serves these streams again, from what release holds now.</summary>
    void Open(IReadOnlyCollection<string> streams);

    /// <summary>Serves every stream again but these.</summary>
    void OpenAllBut(IReadOnlyCollection<string> streams);
}

/// <summary>The stream is closed for a moment, because what its readers hold is being narrowed. Ask again.</summary>
public sealed class StreamClosedException : Exception;
