using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Separation.Worlds;

/// <summary>Which of the two worlds something is in.</summary>
[Flags]
internal enum In
{
    /// <summary>In neither.</summary>
    None = 0,

    /// <summary>In the first world.</summary>
    First = 1,

    /// <summary>In the second world.</summary>
    Second = 2,

    /// <summary>In both.</summary>
    Both = First | Second,
}

/// <summary>An organisation of a world.</summary>
/// <param name="Key">Its name in the plan.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Constituency">What it is in the theatre.</param>
/// <param name="Force">The force, of a military one.</param>
internal sealed record Organisation(string Key, string Name, Constituency Constituency, string? Force)
{
    public Audience Audience => new(Constituency, Force);
}

/// <summary>A person of a world.</summary>
/// <param name="Key">Name in the plan, such as <c>amal</c>.</param>
/// <param name="Name">Display name.</param>
/// <param name="Organisation">Where they work.</param>
/// <param name="Where">In which worlds they are a member of the contact group from the beginning.</param>
internal sealed record Person(string Key, string Name, Organisation Organisation, In Where = In.Both)
{
    public Audience Audience => Organisation.Audience;

    public Side Side => Audience.Side;

    public bool IsCoordinator => Organisation.Constituency is Constituency.Coordination;
}

/// <summary>A channel of a world.</summary>
/// <param name="Key">Name in the plan.</param>
/// <param name="Name">Name that its members see.</param>
/// <param name="Kind">Kind of room.</param>
/// <param name="Admits">Whom it admits, as atoms.</param>
/// <param name="Where">In which worlds it is there from the beginning.</param>
internal sealed record Room(string Key, string Name, ChannelKind Kind, IReadOnlyList<string> Admits, In Where = In.Both);
