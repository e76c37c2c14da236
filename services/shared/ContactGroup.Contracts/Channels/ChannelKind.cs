namespace ContactGroup.Contracts.Channels;

/// <summary>What kind of room a channel is. Source: liaison arrangements of UN-CMCoord practice, from shared room to interlocutor.</summary>
public enum ChannelKind
{
    /// <summary>Everyone in the contact group.</summary>
    Plenary = 1,

    /// <summary>One constituency, or constituencies of one side, among themselves. Invisible to others, name and members included.</summary>
    Caucus,

    /// <summary>One force and coordination: the interlocutor's desk.</summary>
    Desk,

    /// <summary>Coordination writes, all read.</summary>
    Notice,
}
