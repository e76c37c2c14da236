using ContactGroup.Contracts.Channels;

namespace ContactGroup.Contracts.Release;

/// <summary>
/// Port: which processes may hand frames to live connections. Implemented by <c>release</c>. A process may only while its lease lasts; one that cannot renew
/// it hands over nothing more, so that whoever narrows what readers hold need not wait for a process that nobody can reach.
/// </summary>
public interface ILiveNodes
{
    /// <summary>Gives a process its lease for another while, and says which streams are closed.</summary>
    ValueTask<LiveLease> RenewAsync(LiveNode node, CancellationToken cancellationToken);
}

/// <summary>Port: streams and rights as every process with live connections must follow them at once. Implemented by <c>realtime</c>.</summary>
public interface ILiveGate
{
    /// <summary>
    /// From the return on no frame of the closed streams is handed to a connection, and all others are served. A state that is older than the last one is
    /// not taken over.
    /// </summary>
    /// <param name="process">Which process is meant.</param>
    /// <param name="number">Number of the state.</param>
    /// <param name="closed">All streams that are closed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The number of the state that holds now: greater than <paramref name="number"/> when this one was not taken over.</returns>
    /// <exception cref="InvalidOperationException">This is another process than the one that is meant.</exception>
    ValueTask<long> AlignAsync(string process, long number, IReadOnlyList<string> closed, CancellationToken cancellationToken);

    /// <summary>Ends live connections of a person that reach into a contact group. Returns when nothing more can reach them.</summary>
    /// <exception cref="InvalidOperationException">This is another process than the one that is meant.</exception>
    ValueTask EndAsync(string process, string person, MembershipEnd end, CancellationToken cancellationToken);
}

/// <summary>A process with live connections.</summary>
/// <param name="Name">Its name, the same after a restart.</param>
/// <param name="Process">Another with every start.</param>
/// <param name="Address">Where it answers internal calls.</param>
/// <param name="Number">Number of the state that it has; what it is given is later.</param>
public sealed record LiveNode(string Name, string Process, Uri Address, long Number = 0);

/// <summary>Leave to hand over frames.</summary>
/// <param name="Milliseconds">How long it lasts, counted from before it was asked for.</param>
/// <param name="Number">Number of the state that follows.</param>
/// <param name="Closed">Streams that are closed.</param>
public sealed record LiveLease(int Milliseconds, long Number, IReadOnlyList<string> Closed);
