using ContactGroup.Realtime.Connections;

namespace ContactGroup.Realtime.Nodes;

/// <summary>Whether this process may hand over frames now.</summary>
internal interface ILease
{
    /// <summary>Whether it may.</summary>
    bool Holds { get; }

    /// <summary>Id of this process; null in the process of release.</summary>
    string? Process { get; }

    /// <summary>The socket, through which nothing goes while the process may not.</summary>
    ILiveSocket Guard(ILiveSocket socket);
}

/// <summary>In the process of release itself nothing has to be asked.</summary>
internal sealed class SameProcess : ILease
{
    public bool Holds => true;

    public string? Process => null;

    public ILiveSocket Guard(ILiveSocket socket) => socket;
}
